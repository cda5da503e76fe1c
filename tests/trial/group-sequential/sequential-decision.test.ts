import { describe, expect, it } from 'vitest';
import { efficacyBounds } from '../../../src/trial/efficacy-bounds/index.ts';
import { exactTwoArmSequential } from '../../../src/trial/exact-two-arm-sequential.ts';
import { futilityBounds } from '../../../src/trial/futility-bounds/index.ts';
import { createSequentialDecision } from '../../../src/trial/group-sequential/sequential-decision.ts';
import { sequentialPlan } from '../../../src/trial/group-sequential/sequential-plan.ts';
import type { TwoArmTest } from '../../../src/trial/tests/definition.ts';
import { tests } from '../../../src/trial/tests/index.ts';

const counts = (controlSuccesses: number, experimentalSuccesses: number, size: number) => ({
  controlSuccesses,
  controlSize: size,
  experimentalSuccesses,
  experimentalSize: size,
});
const twoArm = Object.entries(tests).filter(([, test]) => test.arms === 2) as [string, TwoArmTest][];

describe.each(twoArm)('%s under sequential bounds', (_, test) => {
  const margin = test.takesMargin ? 0.1 : 0;

  it('is itself in a plan of one look', () => {
    const decide = createSequentialDecision(test, margin, { efficacy: [1.6448536269514722] });
    const rejects = test.create(margin, { alpha: 0.05, sides: 1 });
    for (let c = 0; c <= 20; c += 4)
      for (let e = 0; e <= 20; e++)
        expect(decide(0, counts(c, e, 20))).toBe(rejects(counts(c, e, 20)) ? 'efficacy' : undefined);
  });

  it('stops at the estimate on the border for a futility bound of 0, and less for a lower one', () => {
    const at = (bound: number) =>
      createSequentialDecision(test, margin, { efficacy: [Infinity, 2], futility: [bound, 2] });
    const border = 60 - 100 * margin;
    const verdicts = (bound: number) =>
      [-20, -3, 3, 20].map((extra) => at(bound)(0, counts(60, border + extra, 100)));
    expect(verdicts(0)).toEqual(['futility', 'futility', undefined, undefined]);
    expect(verdicts(-1)).toEqual(['futility', undefined, undefined, undefined]);
    expect(verdicts(-Infinity)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('a score test under sequential bounds', () => {
  it('has about the errors of the plan', () => {
    const plan = sequentialPlan({
      fractions: [0.5, 1],
      oneSidedAlpha: 0.025,
      efficacy: efficacyBounds.lanDeMetsObrienFleming.create({}),
      futility: futilityBounds.fixedZ.create({ z: 0 }),
      isBinding: true,
    });
    const sizes = [
      [200, 200],
      [400, 400],
    ] as const;
    const decide = createSequentialDecision(tests.farringtonManning, 0.1, plan);
    const { stops, power } = exactTwoArmSequential({ sizes, decide }, [0.7, 0.6]);
    // The discreteness of 200 patients an arm moves a probability by less than that of one table
    expect(Math.abs(power - 0.025)).toBeLessThan(0.001);
    expect(Math.abs(stops[0].futility - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(stops[0].efficacy - plan.alphaSpent[0])).toBeLessThan(0.0005);
    expect(stops[1].efficacy + stops[1].futility + stops[0].efficacy + stops[0].futility).toBeCloseTo(1, 12);
  });
});
