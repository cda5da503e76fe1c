import { describe, expect, it } from 'vitest';
import { exponentialQuantile, exponentialQuantileAtScore } from '../../src/numeric/exponential-law.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';

describe('the unit exponential law', () => {
  it('has the quantiles of a half-life, and of next to nothing', () => {
    expect(exponentialQuantile(0.5)).toBeCloseTo(Math.LN2, 15);
    expect(exponentialQuantile(0.875)).toBeCloseTo(3 * Math.LN2, 14);
    expect(exponentialQuantile(1e-20)).toBe(1e-20);
    expect([exponentialQuantile(0), exponentialQuantile(1)]).toEqual([0, Infinity]);
  });

  it('keeps its digits at scores in both tails', () => {
    for (const z of [-8.5, -4, -0.5, 0, 0.5, 4, 8.5]) {
      const quantile = exponentialQuantileAtScore(z);
      expect(Math.exp(-quantile) / normalCdf(-z)).toBeCloseTo(1, 12);
      expect(-Math.expm1(-quantile) / normalCdf(z)).toBeCloseTo(1, 12);
    }
  });
});
