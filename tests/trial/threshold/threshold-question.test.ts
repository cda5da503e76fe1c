import { describe, expect, it } from 'vitest';
import {
  checkThreshold,
  controlRange,
  type ThresholdQuestion,
  thresholdPlan,
} from '../../../src/trial/threshold/threshold-question.ts';

const question = (more: Partial<ThresholdQuestion> = {}): ThresholdQuestion => ({
  test: 'farringtonManning',
  endpoint: 'localControl',
  controlRate: 0.8,
  experimentalRate: 0.8,
  margin: 0.1,
  level: { alpha: 0.05, sides: 1 },
  allocation: 1,
  perArm: 40,
  typeIError: 0.05,
  ...more,
});
const problems = (more: Partial<ThresholdQuestion>): string[] => {
  const issues: { path?: PropertyKey[]; message?: string }[] = [];
  checkThreshold(question(more), issues as never);
  return issues.map(({ path = [], message }) => `${path.join('.')}: ${message}`);
};
const bad = { endpoint: 'woundComplication', controlRate: 0.3, experimentalRate: 0.3 } as const;

describe('the question of a threshold', () => {
  it('holds for control rates as stated, or all that leave room for the margin', () => {
    expect(controlRange(question())).toEqual([0.1, 1]);
    expect(controlRange(question(bad))).toEqual([0, 0.9]);
    expect(controlRange(question({ controlFrom: 0.5, controlTo: 0.9 }))).toEqual([0.5, 0.9]);
  });

  it('is put in rates of success', () => {
    expect(thresholdPlan(question({ allocation: 2, controlFrom: 0.5 }))).toMatchObject({
      controlRate: 0.8,
      margin: 0.1,
      sides: 1,
      sizes: [40, 80],
      range: [0.5, 1],
    });
    const { range, controlRate } = thresholdPlan(question({ ...bad, controlFrom: 0.125, controlTo: 0.75 }));
    expect(range).toEqual([0.25, 0.875]);
    expect(controlRate).toBeCloseTo(0.7, 14);
  });

  it.each([
    [{}, []],
    [{ controlFrom: 0.1 }, []],
    [
      { controlFrom: 0.09 },
      ['controlFrom: 0.09 is too low (must be at least 0.1, so that the margin, 10 %, leaves a rate)'],
    ],
    [{ ...bad, controlTo: 0.9 }, []],
    // 1 − 0.07 is a little less than 0.93 as computed
    [{ ...bad, margin: 0.07, controlTo: 0.93 }, []],
    [
      { ...bad, controlTo: 0.91 },
      ['controlTo: 0.91 is too high (must be at most 0.9, so that the margin, 10 %, leaves a rate)'],
    ],
    [{ controlFrom: 0.8, controlTo: 0.8 }, ['controlTo: 0.8 does not lie above controlFrom, 0.8']],
    [{ controlFrom: 0.8, controlTo: 0.81 }, []],
    [{ controlFrom: 0.7, controlTo: 0.8 }, []],
    [{ controlFrom: 0.81 }, ['controlRate: the planned rate, 0.8, lies outside the range from 0.81 to 1']],
    [{ controlTo: 0.79 }, ['controlRate: the planned rate, 0.8, lies outside the range from 0.1 to 0.79']],
    [{ test: 'fisher' }, ['test: fisher takes no margin']],
    [{ test: 'fisher', margin: 0, experimentalRate: 0.9 }, []],
    [{ test: 'exactUnconditional', perArm: 200 }, []],
    [{ perArm: 201 }, []],
    // What is wrong with the arms comes first, and alone
    [{ power: 0.8, controlFrom: 0.09 }, ['power: power does nothing beside perArm']],
  ] as [Partial<ThresholdQuestion>, string[]][])('%j: %j', (more, expected) => {
    expect(problems(more)).toEqual(expected);
  });

  it('is too long for a slow test of more than 400 patients', () => {
    const [problem, ...others] = problems({ test: 'exactUnconditional', perArm: 201 });
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /^perArm: 402 patients in all are too many for the .* \(must be at most 400: each level takes it a while\)$/,
    );
  });
});
