import { describe, expect, it } from 'vitest';
import type { BoundRule } from '../../../src/trial/efficacy-bounds/definition.ts';
import { type EfficacyBoundName, efficacyBounds } from '../../../src/trial/efficacy-bounds/index.ts';
import { futilityBounds } from '../../../src/trial/futility-bounds/index.ts';
import { boundsAt } from '../../../src/trial/group-sequential/bounds-at.ts';
import { sequentialPlan } from '../../../src/trial/group-sequential/sequential-plan.ts';
import { naiveLooks } from '../../fixtures/naive-looks.ts';

const efficacyOf = (name: EfficacyBoundName): BoundRule => efficacyBounds[name].create({});
const obrienFleming = efficacyOf('lanDeMetsObrienFleming');
const base = { fractions: [0.5, 1], oneSidedAlpha: 0.025, efficacy: obrienFleming };
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('bounds at observed information', () => {
  const spec = { spending: 'lanDeMetsObrienFleming', power: 0.8 };
  const futility = () => futilityBounds.betaSpending.create(spec);

  it.each([true, false])('keep the level with futility bounds, binding: %s', (isBinding) => {
    for (const efficacy of [obrienFleming, efficacyOf('pocock')]) {
      const plan = sequentialPlan({
        ...base,
        fractions: [0.3, 0.6, 1],
        efficacy,
        futility: futility(),
        isBinding,
      });
      for (const observed of [
        [0.35, 0.7, 1.1],
        [0.25, 0.5, 0.8],
      ]) {
        const { upper, lower, spent } = boundsAt(plan, observed);
        const counted = isBinding ? lower : lower.map(() => -Infinity);
        expect(sum(naiveLooks(observed, upper, counted, 0).upper)).toBeCloseTo(0.025, 7);
        expect(spent[2]).toBeCloseTo(0.025, 12);
        expect(lower[2]).toBe(upper[2]);
        expect(boundsAt(plan, observed.slice(0, 2)).upper).toEqual(upper.slice(0, 2));
      }
    }
  });

  it('spend all at an interim look that has the whole information', () => {
    const plan = sequentialPlan({ ...base, fractions: [0.4, 0.7, 1] });
    const { upper } = boundsAt(plan, [0.4, 1, 1.2]);
    expect(upper[1]).toBeCloseTo(1.961, 2);
    expect(upper[2]).toBe(Infinity);
  });

  it('have no bound where next to nothing is spent', () => {
    const [first] = sequentialPlan({
      fractions: [0.01, 1],
      oneSidedAlpha: 0.025,
      efficacy: obrienFleming,
    }).efficacy;
    expect(first).toBe(Infinity);
  });
});
