import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  deltaInterval,
  fiellerSet,
  ratioDeviance,
} from '../../../src/trial/alpha-beta/ratio-sets.ts';

const Z = 1.959963984540054;

/** Coefficients of any sign and size with a covariance matrix that is one. */
const coefficients = fc
  .record({
    s1: fc.double({ min: -6, max: 6, noNaN: true }),
    s2: fc.double({ min: -6, max: 6, noNaN: true }),
    e1: fc.double({ min: 1e-3, max: 10, noNaN: true }),
    e2: fc.double({ min: 1e-3, max: 10, noNaN: true }),
    rho: fc.double({ min: -0.98, max: 0.98, noNaN: true }),
  })
  .filter(({ s2 }) => Math.abs(s2) > 1e-3)
  .map(({ s1, s2, e1, e2, rho }) => ({
    perGy: s1 * e1,
    perGy2: s2 * e2,
    variancePerGy: e1 * e1,
    variancePerGy2: e2 * e2,
    covariance: rho * e1 * e2,
  }));
const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { seed: 5, numRuns: 1000 });

describe('Fieller set', () => {
  it('always holds the ratio itself', () => {
    check(
      fc.property(coefficients, (c) => {
        expect(contains(fiellerSet(c, Z), c.perGy / c.perGy2)).toBe(true);
      }),
    );
  });

  it('holds exactly the ratios whose deviance is at most z²', () => {
    check(
      fc.property(coefficients, fc.double({ min: -50, max: 50, noNaN: true }), (c, ratio) => {
        const deviance = ratioDeviance(c, ratio);
        fc.pre(Math.abs(deviance - Z * Z) > 1e-7);
        expect(contains(fiellerSet(c, Z), ratio)).toBe(deviance < Z * Z);
      }),
    );
  });

  it('ends where the deviance is z²', () => {
    check(
      fc.property(coefficients, (c) => {
        const { low, high } = fiellerSet(c, Z);
        for (const end of [low, high]) {
          if (end !== null) expect(ratioDeviance(c, end)).toBeCloseTo(Z * Z, 5);
        }
      }),
    );
  });

  it('is bounded exactly where the denominator differs from 0 at the level', () => {
    check(
      fc.property(coefficients, (c) => {
        const isBounded = ratioDeviance(c, Infinity) > Z * Z;
        expect(fiellerSet(c, Z).kind === 'interval').toBe(isBounded);
      }),
    );
  });

  it('comes to the delta interval as the errors shrink', () => {
    check(
      fc.property(coefficients, (c) => {
        const small = 1e-8;
        const shrunk = {
          ...c,
          variancePerGy: c.variancePerGy * small,
          variancePerGy2: c.variancePerGy2 * small,
          covariance: c.covariance * small,
        };
        fc.pre(Math.abs(c.perGy2) > 0.05 * Math.sqrt(c.variancePerGy2));
        const [fieller, delta] = [fiellerSet(shrunk, Z), deltaInterval(shrunk, Z)];
        const width = delta.high - delta.low;
        expect(fieller.kind).toBe('interval');
        expect(Math.abs(fieller.low! - delta.low)).toBeLessThan(0.02 * width);
        expect(Math.abs(fieller.high! - delta.high)).toBeLessThan(0.02 * width);
      }),
    );
  });

  it('is the whole line where both coefficients are 0, and a half-line at the border', () => {
    const none = { perGy: 0, perGy2: 0, variancePerGy: 1, variancePerGy2: 1, covariance: 0.5 };
    expect(fiellerSet(none, Z)).toEqual({ kind: 'wholeLine', low: null, high: null });
    const border = { perGy: 4, perGy2: 2, variancePerGy: 1, variancePerGy2: 1, covariance: 0 };
    // a = 0: −2·8r + (16 − 4) ≤ 0
    expect(fiellerSet(border, 2)).toEqual({ kind: 'interval', low: 0.75, high: null });
    const mirrored = { ...border, perGy: -4 };
    expect(fiellerSet(mirrored, 2)).toEqual({ kind: 'interval', low: null, high: -0.75 });
    const inSet = (set: ReturnType<typeof fiellerSet>) =>
      [-9, -0.75, 0, 0.75, 9].map((r) => contains(set, r));
    expect(inSet(fiellerSet(none, Z))).toEqual([true, true, true, true, true]);
    expect(inSet(fiellerSet(border, 2))).toEqual([false, false, false, true, true]);
    expect(inSet(fiellerSet(mirrored, 2))).toEqual([true, true, false, false, false]);
    expect(inSet({ kind: 'interval', low: -0.75, high: 0.75 })).toEqual([false, true, true, true, false]);
    expect(inSet({ kind: 'complement', low: -0.75, high: 0.75 })).toEqual([true, true, false, true, true]);
  });
});
