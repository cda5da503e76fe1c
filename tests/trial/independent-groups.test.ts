import { describe, expect, it } from 'vitest';
import { independentGroups, patternsOf } from '../../src/trial/independent-groups.ts';

/** Patterns of endpoints from the laws of groups; bit d is endpoint d. */
const joined = (
  count: number,
  groups: readonly (readonly [endpoints: number[], law: number[]])[],
): number[] =>
  Array.from({ length: 1 << count }, (_, pattern) =>
    groups.reduce((product, [own, law]) => {
      const bits = own.reduce((sum, d, i) => sum + ((pattern >> d) & 1) * (1 << i), 0);
      return product * law[bits];
    }, 1),
  );
const alone = [0.3, 0.7];
const tied = [0.4, 0.1, 0.1, 0.4];

describe('independent groups of endpoints', () => {
  it.each([
    [
      'each for itself',
      [
        [[0], alone],
        [[1], alone],
        [[2], alone],
      ],
      [[0], [1], [2]],
    ],
    [
      'the first two',
      [
        [[0, 1], tied],
        [[2], alone],
      ],
      [[0, 1], [2]],
    ],
    [
      'the outer two',
      [
        [[0, 2], tied],
        [[1], alone],
      ],
      [[0, 2], [1]],
    ],
    [
      'the last two',
      [
        [[1, 2], tied],
        [[0], alone],
      ],
      [[0], [1, 2]],
    ],
  ] as const)('of three: %s', (_, groups, expected) => {
    expect(independentGroups([joined(3, groups as never)])).toEqual(expected);
  });

  it('of four may be two pairs, and all of them one', () => {
    const pairs = joined(4, [
      [[0, 3], tied],
      [[1, 2], tied],
    ]);
    expect(independentGroups([pairs])).toEqual([
      [0, 3],
      [1, 2],
    ]);
    // Two kinds of patients tie all endpoints
    const mixed = Array.from({ length: 8 }, (_, pattern) =>
      [0.2, 0.8].reduce(
        (sum, p) => sum + 0.5 * [0, 1, 2].reduce((q, d) => q * ((pattern >> d) & 1 ? p : 1 - p), 1),
        0,
      ),
    );
    expect(independentGroups([mixed])).toEqual([[0, 1, 2]]);
  });

  it('are independent in every arm', () => {
    const first = joined(3, [
      [[0, 1], tied],
      [[2], alone],
    ]);
    const second = joined(3, [
      [[0, 2], tied],
      [[1], alone],
    ]);
    const none = joined(3, [
      [[0], alone],
      [[1], alone],
      [[2], alone],
    ]);
    expect(independentGroups([first, none])).toEqual([[0, 1], [2]]);
    expect(independentGroups([none, first])).toEqual([[0, 1], [2]]);
    expect(independentGroups([first, second])).toEqual([[0, 1, 2]]);
  });

  it('have the patterns of their endpoints, in the order asked', () => {
    const patterns = [0.05, 0.1, 0.15, 0.2, 0.05, 0.1, 0.15, 0.2];
    const expected = [0.1, 0.3, 0.2, 0.4];
    patternsOf(patterns, [1, 0]).forEach((p, i) => {
      expect(p).toBeCloseTo(expected[i], 14);
    });
    expect(patternsOf(patterns, [2])[1]).toBeCloseTo(0.5, 14);
    expect(patternsOf(patterns, [])[0]).toBeCloseTo(1, 14);
  });
});
