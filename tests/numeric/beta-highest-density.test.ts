import { describe, expect, it } from 'vitest';
import { betaHighestDensity } from '../../src/numeric/beta-highest-density.ts';
import { betaCdf } from '../../src/numeric/beta-law.ts';

describe('highest density interval of a beta law', () => {
  it('DOREMY: Beta(70.5, 7.5) holds 95 % within 83.8 to 96.4 %', () => {
    const [low, high] = betaHighestDensity(70.5, 7.5, 0.95);
    expect(low).toBeCloseTo(0.838, 3);
    expect(high).toBeCloseTo(0.964, 3);
  });

  it.each([
    [2, 2, 0.95],
    [70.5, 7.5, 0.9],
    [1.2, 30, 0.5],
    [500, 1.5, 0.99],
    [5000, 4000, 0.999],
  ])('of Beta(%d, %d) holds %d with equal densities at its ends', (a, b, level) => {
    const [low, high] = betaHighestDensity(a, b, level);
    expect(betaCdf(high, a, b) - betaCdf(low, a, b)).toBeCloseTo(level, 9);
    const logDensity = (x: number): number => (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x);
    // A limit is good to about 1e-12 of itself, times the slope of the log density, at most a + b over the limit's width
    expect(Math.abs(logDensity(low) - logDensity(high))).toBeLessThan(1e-6);
  });

  it.each([
    [1, 3, 0, 1 - Math.cbrt(0.1)],
    [0.5, 1, 0, 0.81],
    [3, 1, Math.cbrt(0.1), 1],
    [1, 0.5, 1 - 0.81, 1],
    [1, 1, 0.05, 0.95],
  ])('of Beta(%d, %d) begins or ends at its mode', (a, b, low, high) => {
    const [l, h] = betaHighestDensity(a, b, 0.9);
    expect(l).toBeCloseTo(low, 12);
    expect(h).toBeCloseTo(high, 12);
  });

  it('passes over to the corner without a jump', () => {
    const [low, high] = betaHighestDensity(1 + 1e-6, 50, 0.95);
    const [, corner] = betaHighestDensity(1, 50, 0.95);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(corner, 7);
  });

  it('is refused where it would be two intervals', () => {
    expect(() => betaHighestDensity(0.5, 0.5, 0.95)).toThrow(
      new RangeError('invalid shapes: 0.5 and 0.5 (must not both be < 1)'),
    );
    expect(() => betaHighestDensity(2, 2, 1)).toThrow('invalid level: 1 (must be in (0, 1))');
    expect(() => betaHighestDensity(0, 2, 0.9)).toThrow('invalid a: 0 (must be > 0)');
  });
});
