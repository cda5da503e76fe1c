import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import type { CountClaim, TimeClaim } from '../../../src/trial/claims/definition.ts';
import { createDesign, needsOnlyOne, requiredClaims } from '../../../src/trial/design.ts';
import { designSchema } from '../../../src/trial/design-schema.ts';
import { dunnettBound } from '../../../src/trial/many-to-one/dunnett-bound.ts';

const designOf = (comparisons: object, more: object, arms = 3) =>
  createDesign(designSchema.parse({ perArm: 50, comparisons, ...more }), arms);

const superiority = {
  superiority: { endpoint: 'fibrosis', atYears: 2, twoSidedAlpha: 0.05, test: 'farringtonManning' },
};
const levelOf = (claim: unknown): number => (claim as CountClaim).comparison!.oneSidedAlpha;

describe('the claim of several arms against one control', () => {
  it('is made of every arm but the first, at its own level', () => {
    const { claims } = designOf({ multiplicity: 'none', requires: 'any' }, superiority, 4);
    expect(claims.map(({ arm }) => arm)).toEqual([1, 2, 3]);
    expect(claims.map(levelOf)).toEqual([0.025, 0.025, 0.025]);
  });

  it('is made at the level of Dunnett’s bound for the allocation', () => {
    const shared = { multiplicity: 'dunnett', requires: 'any' };
    const { claims } = designOf(shared, superiority);
    // Bechhofer & Dunnett 1988: 2.2121 for two arms at one-sided 2.5 % and a correlation of 1/2
    expect(levelOf(claims[0])).toBeCloseTo(normalCdf(-2.2121), 5);
    const unequal = designOf(shared, {
      perArm: undefined,
      total: 120,
      allocation: [2, 1, 1],
      ...superiority,
    });
    expect(levelOf(unequal.claims[1])).toBeCloseTo(normalCdf(-dunnettBound(2, 0.025, 0.5)), 12);
    const { claims: onTimes } = designOf(shared, {
      accrual: { perMonth: 10 },
      followUp: { afterLast: { years: 5 } },
      timeNonInferiority: {
        endpoint: 'localControl',
        atYears: 5,
        margin: { hazardRatio: 1.5 },
        plannedControlRate: 0.8,
        oneSidedAlpha: 0.05,
        test: 'logRank',
      },
    });
    expect((onTimes[1] as TimeClaim).times.critical).toBeCloseTo(dunnettBound(2, 0.05), 9);
  });

  it('says how many must pass', () => {
    const needed = (multiplicity: string, requires: string) => {
      const design = designOf({ multiplicity, requires }, superiority);
      return [design.isHierarchical, requiredClaims(design), needsOnlyOne(design)];
    };
    expect(needed('none', 'any')).toEqual([false, 2, true]);
    expect(needed('dunnett', 'all')).toEqual([false, 2, false]);
    expect(needed('gatekeeping', 'any')).toEqual([true, 1, false]);
    expect(needed('gatekeeping', 'all')).toEqual([true, 2, false]);
  });
});
