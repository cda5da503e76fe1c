import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isotonicFit } from '../../src/numeric/isotonic-fit.ts';
import { check } from '../fixtures/check-property.ts';

const points = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 12,
});

describe('isotonicFit', () => {
  it('pools what falls', () => {
    expect(isotonicFit([1, 3, 2, 4], [1, 1, 1, 1])).toEqual([1, 2.5, 2.5, 4]);
    expect(isotonicFit([3, 2, 1], [1, 1, 2])).toEqual([1.75, 1.75, 1.75]);
  });

  it('rises, keeps a rising sequence, and keeps the weighted sum', () => {
    check(
      fc.property(points, (given) => {
        const values = given.map(([value]) => value);
        const weights = given.map(([, weight]) => weight);
        const fit = isotonicFit(values, weights);
        for (let i = 1; i < fit.length; i++) expect(fit[i]).toBeGreaterThanOrEqual(fit[i - 1]);
        const sorted = values.toSorted((a, b) => a - b);
        expect(isotonicFit(sorted, weights)).toEqual(sorted);
        const sum = (of: readonly number[]): number => of.reduce((all, v, i) => all + v * weights[i], 0);
        expect(sum(fit)).toBeCloseTo(sum(values), 9);
      }),
    );
  });

  it('is nearer than any other rising sequence: the largest mean to the left of the smallest to the right', () => {
    // Barlow’s max–min formula: max over s ≤ i of min over t ≥ i of the mean of s … t
    check(
      fc.property(points, (given) => {
        const mean = (s: number, t: number): number => {
          const part = given.slice(s, t + 1);
          const weight = part.reduce((all, [, w]) => all + w, 0);
          return part.reduce((all, [v, w]) => all + v * w, 0) / weight;
        };
        const indices = given.map((_, i) => i);
        const fit = isotonicFit(
          given.map(([v]) => v),
          given.map(([, w]) => w),
        );
        for (const i of indices) {
          const largest = Math.max(
            ...indices
              .filter((s) => s <= i)
              .map((s) => Math.min(...indices.filter((t) => t >= i).map((t) => mean(s, t)))),
          );
          expect(fit[i]).toBeCloseTo(largest, 9);
        }
      }),
    );
  });
});
