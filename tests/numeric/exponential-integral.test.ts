import { describe, expect, it } from 'vitest';
import {
  EULER_GAMMA,
  exponentialIntegral,
  exponentialIntegralOfExp,
} from '../../src/numeric/exponential-integral.ts';

/** mpmath 1.3 at 40 digits, rounded to doubles; 0.5, 1 and 10 are in Abramowitz & Stegun, table 5.1. */
const values: [x: number, e1: number][] = [
  [1e-300, 690.1983122333122],
  [1e-10, 22.448635265138925],
  [0.01, 4.037929576538114],
  [0.1, 1.8229239584193906],
  [0.5, 0.5597735947761608],
  [0.9, 0.26018393932599965],
  [1, 0.21938393439552029],
  [1.1, 0.18599090453604017],
  [1.5, 0.10001958240663265],
  [2, 0.04890051070806112],
  [5, 0.0011482955912753257],
  [10, 4.156968929685325e-6],
  [50, 3.783264029550459e-24],
  [100, 3.683597761682032e-46],
  [700, 1.406518766234033e-307],
];

describe('exponential integral E₁', () => {
  it.each(values)('of %d is %d, to 14 digits', (x, e1) => {
    expect(Math.abs(exponentialIntegral(x) / e1 - 1)).toBeLessThan(1e-14);
  });

  it('is infinite at 0, 0 at infinity, and refuses what is below 0', () => {
    expect(exponentialIntegral(0)).toBe(Infinity);
    expect(exponentialIntegral(Infinity)).toBe(0);
    expect(() => exponentialIntegral(-1e-9)).toThrow(RangeError);
    expect(() => exponentialIntegral(Number.NaN)).toThrow(RangeError);
  });

  it('falls, also where the series gives way to the fraction', () => {
    for (let x = 0.9; x < 1.1; x += 0.001) {
      expect(exponentialIntegral(x + 0.001)).toBeLessThan(exponentialIntegral(x));
    }
  });

  it('has the derivative −e^−x/x', () => {
    for (const x of [0.05, 0.4, 0.97, 1.02, 3, 12]) {
      const h = 1e-4 * x;
      const slope = (exponentialIntegral(x + h) - exponentialIntegral(x - h)) / (2 * h);
      expect(slope / (-Math.exp(-x) / x)).toBeCloseTo(1, 6);
    }
  });
});

describe('E₁(e^−y)', () => {
  it('is the direct value where that can be computed', () => {
    for (let y = -5; y < 60; y += 0.7) {
      const direct = exponentialIntegral(Math.exp(-y));
      expect(Math.abs(exponentialIntegralOfExp(y) - direct)).toBeLessThanOrEqual(1e-14 * direct);
    }
  });

  it('neither overflows nor underflows: 0 far below, y − γ far above', () => {
    expect(exponentialIntegralOfExp(-1000)).toBe(0);
    expect(exponentialIntegralOfExp(1000)).toBe(1000 - EULER_GAMMA);
    expect(exponentialIntegralOfExp(1e300)).toBe(1e300);
  });
});
