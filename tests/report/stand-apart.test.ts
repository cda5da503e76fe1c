import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standApart } from '../../src/report/stand-apart.ts';

describe('values that stand apart', () => {
  it('stay where they are if they do', () => {
    expect(standApart([1, 3, 6], 2)).toEqual([1, 3, 6]);
    expect(standApart([], 1)).toEqual([]);
  });

  it('part to both sides of where they crowd, by no more than they must', () => {
    expect(standApart([5, 5, 5], 1)).toEqual([4, 5, 6]);
    expect(standApart([5, 5, 20], 1)).toEqual([4.5, 5.5, 20]);
  });

  it('keep their gap and their mean', () => {
    const rising = fc
      .array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 })
      .map((values) => values.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(rising, (values) => {
        const places = standApart(values, 2);
        // Pooled means of values up to 100 are right to some 1e-13
        for (const [i, place] of places.slice(1).entries())
          expect(place - places[i]).toBeGreaterThan(2 - 1e-11);
        const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum(places) - sum(values))).toBeLessThan(1e-10);
      }),
    );
  });
});
