import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/numeric/normal-quantile.ts';
import { pathLaw } from '../../../src/numeric/path-law.ts';
import { lowerBoundOf, upperBoundOf } from '../../../src/trial/group-sequential/bound-at-probability.ts';

describe('the bound of a probability', () => {
  it('is a quantile at the first look, about the mean of the score', () => {
    for (const p of [1e-9, 0.025, 0.5, 0.9]) {
      expect(upperBoundOf(pathLaw(0, 1), p)).toBeCloseTo(-normalQuantile(p), 9);
      expect(lowerBoundOf(pathLaw(0, 1), p)).toBeCloseTo(normalQuantile(p), 9);
      // A drift of 3 has the mean 1.5 at a quarter of the information
      expect(upperBoundOf(pathLaw(3, 0.25), p)).toBeCloseTo(1.5 - normalQuantile(p), 9);
      expect(lowerBoundOf(pathLaw(3, 0.25), p)).toBeCloseTo(1.5 + normalQuantile(p), 9);
    }
  });

  it('is of the paths that are left', () => {
    const law = pathLaw(0, 0.5).continuing(-1, 2, 1);
    for (const p of [0.001, 0.1, 0.7]) {
      expect(law.above(upperBoundOf(law, p))).toBeCloseTo(p, 12);
      expect(law.below(lowerBoundOf(law, p))).toBeCloseTo(p, 12);
    }
  });

  it('is out of reach of next to nothing, and everywhere where more is asked than is left', () => {
    const law = pathLaw(0, 0.5).continuing(-1, 2, 1);
    for (const p of [0, -1, 0.99e-14, Number.NaN]) {
      expect(upperBoundOf(law, p)).toBe(Infinity);
      expect(lowerBoundOf(law, p)).toBe(-Infinity);
    }
    expect(Number.isFinite(upperBoundOf(law, 1e-14))).toBe(true);
    // Φ(2) − Φ(−1) = 0.8186 go on
    expect(Number.isFinite(upperBoundOf(law, 0.8185))).toBe(true);
    expect(upperBoundOf(law, 0.8187)).toBe(-Infinity);
    expect(lowerBoundOf(law, 0.8187)).toBe(Infinity);
  });
});
