import { describe, expect, it } from 'vitest';
import {
  informationFractions,
  requireFractions,
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
});
