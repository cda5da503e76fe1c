import { describe, expect, it } from 'vitest';
import { betaCdf, logitBetaQuantileAtScore } from '../../src/numeric/beta-law.ts';
import { gammaCdf, logGammaQuantileAtScore } from '../../src/numeric/gamma-law.ts';
import { expit, logit } from '../../src/numeric/logit.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';

describe('gamma law', () => {
  it('with shape 1 is the exponential, with shape 2 the sum of two', () => {
    for (const x of [1e-12, 0.01, 0.5, 1, 3, 20]) {
      expect(gammaCdf(x, 1)).toBeCloseTo(-Math.expm1(-x), 14);
      expect(gammaCdf(x, 2)).toBeCloseTo(1 - (1 + x) * Math.exp(-x), 13);
    }
    expect([gammaCdf(0, 2), gammaCdf(-3, 2)]).toEqual([0, 0]);
  });

  it('with shape 1 has the quantile −ln(1 − u), in both tails', () => {
    for (let z = -8.5; z <= 8.5; z += 0.25) {
      const exact = z > 0 ? -Math.log(normalCdf(-z)) : -Math.log1p(-normalCdf(z));
      expect(logGammaQuantileAtScore(z, 1)).toBeCloseTo(Math.log(exact), 11);
    }
  });

  it.each([0.004, 0.01, 0.05, 0.5, 2, 50, 1e4, 1e6])(
    'of shape %d: the quantile inverts the distribution function and rises',
    (shape) => {
      let before = -Infinity;
      for (let z = -8.5; z <= 8.5; z += 0.5) {
        const y = logGammaQuantileAtScore(z, shape);
        expect(Number.isFinite(y)).toBe(true);
        expect(y).toBeGreaterThanOrEqual(before - 1e-12 * Math.abs(y));
        before = y;
        // Below e^−745 the quantile is 0
        if (y > -700 && z < 5)
          expect(Math.abs(gammaCdf(Math.exp(y), shape) / normalCdf(z) - 1)).toBeLessThan(1e-7);
      }
    },
  );
});

describe('beta law', () => {
  it('with both shapes ½ is the arcsine law, in both tails', () => {
    for (let z = -8; z <= 8; z += 0.25) {
      const tail = normalCdf(-Math.abs(z));
      const sine = Math.sin((Math.PI / 2) * tail);
      const exact = Math.log((sine * sine) / (1 - sine * sine));
      expect(logitBetaQuantileAtScore(z, 0.5, 0.5)).toBeCloseTo(z > 0 ? -exact : exact, 9);
    }
    expect(betaCdf(0.25, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(0.5), 14);
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 0, 1, 1]);
  });

  it.each([
    [3, 8],
    [0.2, 5],
    [200, 10],
    [1, 1],
  ])('with shapes %d and %d: the quantile inverts the distribution function', (a, b) => {
    for (let z = -7; z <= 7; z += 0.5) {
      const y = logitBetaQuantileAtScore(z, a, b);
      const [share, tail] =
        z > 0 ? [betaCdf(expit(-y), b, a), normalCdf(-z)] : [betaCdf(expit(y), a, b), normalCdf(z)];
      expect(Math.abs(share / tail - 1)).toBeLessThan(1e-8);
    }
  });

  it('stays finite with shapes so small that quantiles are 0 or 1', () => {
    for (const z of [-8.5, -3, 3, 8.5]) {
      for (const [a, b] of [
        [0.01, 1],
        [1, 0.01],
        [0.01, 0.01],
      ]) {
        expect(Number.isFinite(logitBetaQuantileAtScore(z, a, b))).toBe(true);
      }
    }
    expect(expit(logitBetaQuantileAtScore(-8.5, 0.01, 1))).toBeLessThan(1e-300);
  });
});

describe('logit', () => {
  it('and expit invert each other', () => {
    for (const p of [1e-12, 0.01, 0.3, 0.5, 0.999]) expect(expit(logit(p)) / p).toBeCloseTo(1, 13);
    expect([logit(0), logit(1), expit(-Infinity), expit(Infinity)]).toEqual([-Infinity, Infinity, 0, 1]);
    expect(logit(0.8)).toBeCloseTo(Math.log(4), 14);
  });
});
