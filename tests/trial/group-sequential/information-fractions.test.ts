import { describe, expect, it } from 'vitest';
import {
  fractionProblems,
  informationFractions,
  MOST_LOOKS,
  requireFractions,
  requireObserved,
} from '../../../src/trial/group-sequential/information-fractions.ts';

const issues = (value: unknown) =>
  informationFractions.safeParse(value).error?.issues.map(({ path, message }) => [...path, message]) ?? [];

describe('information fractions', () => {
  it('rise to 1', () => {
    for (const good of [[1], [0.5, 1], [0.1, 0.2, 0.7, 1]]) {
      expect(issues(good)).toEqual([]);
      expect(requireFractions(good)).toBe(good);
    }
  });

  it('are refused with the place of what is wrong, every one', () => {
    expect(issues([0.7, 0.5, 1])).toEqual([[1, 'information fractions must rise: 0.5 after 0.7']]);
    expect(issues([-0.1, 0.5, 0.5, 1.5])).toEqual([
      [0, 'information fraction -0.1 is out of range (must be in (0, 1])'],
      [2, 'information fractions must rise: 0.5 after 0.5'],
      [3, 'information fraction 1.5 is out of range (must be in (0, 1])'],
    ]);
    expect(issues([0.5, 0.9])).toEqual([[1, 'information fractions must end at 1, not at 0.9']]);
    expect(issues([0.99999999, 1])).toEqual([
      [1, 'information fractions are too close: 1 after 0.99999999 (must be a millionth apart)'],
    ]);
    expect(issues([])).toHaveLength(1);
    expect(issues(Array.from({ length: 21 }, (_, i) => (i + 1) / 21))).toHaveLength(1);
    expect(issues(['half', 1])).toHaveLength(1);
  });

  it('may exceed the plan where they were observed', () => {
    expect(requireFractions([0.4, 1.3], true)).toEqual([0.4, 1.3]);
    expect(() => requireFractions([0.4, Infinity], true)).toThrow('invalid fractions[1]: Infinity');
    expect(() => requireFractions([0.4, 0.3], true)).toThrow(
      new RangeError('invalid fractions[1]: 0.3 (information fractions must rise: 0.3 after 0.4)'),
    );
  });

  it('are checked at the very borders', () => {
    expect(fractionProblems([])).toEqual([]);
    expect(fractionProblems([0.9])).toEqual([
      { at: 0, message: 'information fractions must end at 1, not at 0.9' },
    ]);
    // The first has nothing before it that it could be too close to
    expect(fractionProblems([1e-9, 1])).toEqual([]);
    expect(fractionProblems([1 - 1e-6, 1])).toEqual([]);
    expect(fractionProblems([1 - 0.99e-6, 1])).toHaveLength(1);
    expect(fractionProblems([0.25 * (1 - 1.01e-6), 0.25, 1])).toEqual([]);
    expect(fractionProblems([0.25 * (1 - 0.99e-6), 0.25, 1])).toHaveLength(1);
    expect(fractionProblems([0, 1]).map(({ message }) => message)).toEqual([
      'information fraction 0 is out of range (must be in (0, 1])',
    ]);
    expect(fractionProblems([0.5, Number.NaN])).toHaveLength(1);
    // One problem is enough: that the last is not 1 is not said on top
    expect(fractionProblems([0.5, 0.4])).toHaveLength(1);
    const looks = (count: number) => Array.from({ length: count }, (_, i) => (i + 1) / count);
    expect(requireFractions(looks(MOST_LOOKS))).toHaveLength(20);
    expect(() => requireFractions(looks(21))).toThrow('invalid fractions: 21 looks (must be 1 to 20)');
    expect(() => requireFractions([])).toThrow('invalid fractions: 0 looks (must be 1 to 20)');
    expect(() => requireFractions([0.5, 0.9])).toThrow('invalid fractions[1]: 0.9');
  });

  it('that were observed may end anywhere above 0, and are as many as planned at most', () => {
    expect(fractionProblems([0, 1], true)).toEqual([
      { at: 0, message: 'information fraction 0 is out of range (must be > 0)' },
    ]);
    expect(fractionProblems([0.2, 0.7], true)).toEqual([]);
    expect(fractionProblems([1.2, 1.2 * (1 + 0.5e-6)], true)).toHaveLength(1);
    const planned = [0.5, 1];
    for (const observed of [[0.4], [0.4, 0.8], [0.6, 1.1]])
      expect(requireObserved(observed, planned)).toBe(observed);
    expect(() => requireObserved([0.2, 0.4, 0.6], planned)).toThrow(
      new RangeError('invalid observed: 3 looks (must be at most the 2 planned)'),
    );
    expect(() => requireObserved([0.5, 0.4], planned)).toThrow('invalid fractions[1]: 0.4');
  });
});
