import { describe, expect, it } from 'vitest';
import {
  armShares,
  checkComparison,
  comparisonLevel,
  levelWords,
} from '../../src/trial/time-comparison-shape.ts';

const problems = (stated: object): string[] => {
  const issues: { path?: PropertyKey[]; message?: string }[] = [];
  checkComparison({ controlRate: 0.9, ...stated }, issues as never);
  return issues.map(({ path, message }) => `${path!.join('.')}: ${message}`);
};

describe('the level of a comparison of times', () => {
  it.each([
    [{}, true, { alpha: 0.05, sides: 1 }],
    [{}, false, { alpha: 0.05, sides: 2 }],
    [{ oneSidedAlpha: 0.025 }, false, { alpha: 0.025, sides: 1 }],
    [{ twoSidedAlpha: 0.1 }, true, { alpha: 0.1, sides: 2 }],
  ])('of %j, with a margin: %s', (stated, hasMargin, expected) => {
    expect(comparisonLevel(stated, hasMargin)).toEqual(expected);
  });

  it('is put in words', () => {
    expect(levelWords({ alpha: 0.025, sides: 1 })).toBe('one-sided level of 2.5 %');
    expect(levelWords({ alpha: 0.05, sides: 2 })).toBe('two-sided level of 5 %');
  });
});

describe('a comparison of times as it is asked', () => {
  it.each([
    [{}, []],
    [
      { oneSidedAlpha: 0.05, twoSidedAlpha: 0.05 },
      ['twoSidedAlpha: twoSidedAlpha does nothing beside oneSidedAlpha'],
    ],
    [{ power: 0.8 }, []],
    [{ total: 300 }, []],
    [{ power: 0.8, total: 300 }, ['power: power does nothing beside total']],
    // Half of the two-sided level counts on the better side
    [{ power: 0.026 }, []],
    [{ power: 0.025 }, ['power: 0.025 is too little power (must be above the level, 0.025)']],
    [{ power: 0.05, margin: 0.1 }, ['power: 0.05 is too little power (must be above the level, 0.05)']],
    [{ power: 0.051, margin: 0.1 }, []],
    [{ margin: 0.89 }, []],
    [
      { margin: 0.9 },
      ['margin: 0.9 is too large a margin (must be below the control rate, 0.9: no rate could be worse)'],
    ],
  ])('%j: %j', (stated, expected) => {
    expect(problems(stated)).toEqual(expected);
  });

  it('shares patients by weight', () => {
    expect(armShares(1)).toEqual([0.5, 0.5]);
    expect(armShares(3)).toEqual([0.25, 0.75]);
  });
});
