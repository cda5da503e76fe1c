import { describe, expect, it } from 'vitest';
import { estimateDeviation } from '../../src/numeric/estimate-deviation.ts';
import { estimateQuantile } from '../../src/numeric/estimate-quantile.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

/** Values at the plotting positions of a normal law: a sample without chance. */
const normalScores = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));

describe('a quantile with its Monte Carlo standard error', () => {
  it('is that of R, type 7', () => {
    // quantile(c(1, 2, 4, 8, 16), c(0.1, 0.5, 0.9))
    const values = [1, 2, 4, 8, 16];
    expect(estimateQuantile(values, 0.1).estimate).toBeCloseTo(1.4, 12);
    expect(estimateQuantile(values, 0.5).estimate).toBe(4);
    expect(estimateQuantile(values, 0.9).estimate).toBeCloseTo(12.8, 12);
    expect(estimateQuantile([3], 0.5)).toEqual({ estimate: 3, mcse: 0 });
  });

  it('has the error √(p(1 − p)/n) over the density', () => {
    const n = 40_000;
    for (const p of [0.025, 0.5, 0.8413]) {
      const z = normalQuantile(p);
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      const { mcse } = estimateQuantile(normalScores(n), p);
      expect(mcse / (Math.sqrt((p * (1 - p)) / n) / density)).toBeCloseTo(1, 1);
    }
  });

  it('holds where values are infinite', () => {
    expect(estimateQuantile([-Infinity, -Infinity, 1, 2, Infinity], 0.5).estimate).toBe(1);
    expect(estimateQuantile([-Infinity, -Infinity, 1, 2, Infinity], 0.25).estimate).toBe(-Infinity);
  });
});

describe('a standard deviation with its Monte Carlo standard error', () => {
  it('is s, and s/√(2n) where the law is normal', () => {
    expect(estimateDeviation([1, 2, 3, 4]).estimate).toBeCloseTo(Math.sqrt(5 / 3), 12);
    const n = 40_000;
    const { estimate, mcse } = estimateDeviation(normalScores(n));
    expect(estimate).toBeCloseTo(1, 3);
    expect(mcse * Math.sqrt(2 * n)).toBeCloseTo(1, 2);
  });

  it('of equal values is 0', () => {
    expect(estimateDeviation([2, 2, 2])).toEqual({ estimate: 0, mcse: 0 });
  });
});
