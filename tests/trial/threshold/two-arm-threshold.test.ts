import { describe, expect, it } from 'vitest';
import { rejectionProbability, rejectionRegion } from '../../../src/trial/rejection-region.ts';
import type { TwoArmTest } from '../../../src/trial/tests/definition.ts';
import { type TestName, tests } from '../../../src/trial/tests/index.ts';
import { largestLevel } from '../../../src/trial/threshold/largest-level.ts';
import { type ThresholdPlan, twoArmThreshold } from '../../../src/trial/threshold/two-arm-threshold.ts';

const plan: ThresholdPlan = {
  controlRate: 0.93,
  experimentalRate: 0.93,
  margin: 0.07,
  sizes: [165, 165],
  sides: 1,
  range: [0.85, 0.99],
};
const test = (name: TestName) => tests[name] as TwoArmTest;

/** The largest type I error on a grid of 400 control rates. */
function gridWorst(
  name: TestName,
  alpha: number,
  { margin, sizes, sides, range: [from, to] }: ThresholdPlan,
) {
  const { isMonotone, create } = test(name);
  const region = rejectionRegion(create(margin, { alpha, sides }), isMonotone, ...sizes);
  const rates = Array.from({ length: 401 }, (_, i) => from + ((to - from) * i) / 400);
  return Math.max(...rates.map((rate) => rejectionProbability(region, rate, rate - margin)));
}

describe('the level that holds a type I error over control rates', () => {
  it('of Wald’s test at 165 an arm: 5.58 % at the plan and 6.93 % at worst become 4.91 % at a level of 3.15 %', () => {
    const { nominal, held } = twoArmThreshold(tests.wald, plan, 0.05);
    expect(nominal.typeIError).toBeCloseTo(0.0558, 4);
    expect(nominal.worst.typeIError).toBeCloseTo(0.06927, 5);
    expect(nominal.worst.controlRate).toBeCloseTo(0.99, 12);
    expect(nominal.power).toBeCloseTo(0.8044, 4);
    expect(held.alpha).toBe(0.0315);
    expect(held.worst.typeIError).toBeCloseTo(0.04915, 5);
    expect(held.power).toBeCloseTo(0.7349, 4);
  });

  it.each<[TestName, Partial<ThresholdPlan>, number]>([
    ['wald', {}, 0.05],
    ['farringtonManning', { sizes: [60, 120] }, 0.025],
    ['miettinenNurminen', { range: [0.07, 1] }, 0.05],
    ['newcombe', { sizes: [80, 80] }, 0.1],
    ['fisher', { margin: 0, sides: 2, sizes: [50, 70], experimentalRate: 0.99 }, 0.025],
  ])('%s with %j at %s is the largest: one step more exceeds it', (name, change, target) => {
    const changed = { ...plan, ...change };
    const { alpha, worst } = twoArmThreshold(test(name), changed, target).held;
    expect(worst.typeIError).toBeLessThanOrEqual(target);
    // The search for the worst goes between the points of any grid
    expect(gridWorst(name, alpha, changed)).toBeLessThanOrEqual(worst.typeIError + 1e-12);
    const step = target < 0.1 ? 1e-5 : 1e-4;
    const next = twoArmThreshold(test(name), changed, target).held.alpha + step;
    const { isMonotone, create } = test(name);
    const region = rejectionRegion(
      create(changed.margin, { alpha: next, sides: changed.sides }),
      isMonotone,
      ...changed.sizes,
    );
    const rates = Array.from({ length: 4001 }, (_, i) => i / 4000).filter(
      (rate) => rate >= changed.range[0] && rate <= changed.range[1],
    );
    const above = rates.some(
      (rate) => rejectionProbability(region, rate, Math.max(0, rate - changed.margin)) > target,
    );
    expect(above).toBe(true);
  });

  it('is no larger over more control rates', () => {
    const wide = twoArmThreshold(tests.wald, { ...plan, range: [0.07, 1] }, 0.05).held.alpha;
    const narrow = twoArmThreshold(tests.wald, { ...plan, range: [0.9, 0.95] }, 0.05).held.alpha;
    expect(wide).toBeLessThan(0.0315);
    expect(narrow).toBeGreaterThan(0.0315);
  });

  it('refuses what no level holds, and targets that are none', () => {
    // One patient an arm rejects at any level, or at none: Wald's standard error is 0
    const tiny = { ...plan, sizes: [1, 1] as const };
    expect(() => twoArmThreshold(tests.wald, tiny, 0.001)).toThrow(/no level of the Wald test holds/);
    expect(() => largestLevel(() => 0, 0, 0.5)).toThrow('invalid target: 0 (must be in (0, 1))');
  });

  it('states levels to the fourth digit of the target', () => {
    expect(largestLevel((level) => level, 0.05, 0.5)).toBe(0.05);
    expect(largestLevel((level) => 1.1 * level, 0.05, 0.5)).toBe(0.04545);
    expect(largestLevel((level) => 1.1 * level, 0.005, 0.5)).toBe(0.004545);
    expect(largestLevel(() => 0, 0.05, 0.5)).toBe(0.49999);
    expect(largestLevel(() => 1, 0.05, 0.5)).toBeUndefined();
  });
});
