import { describe, expect, it } from 'vitest';
import {
  cureCurve,
  piecewiseCurve,
  proportionalCurve,
  weibullCurve,
} from '../../src/trial/survival-curve.ts';

const point = { years: 4, rate: 0.6 };

describe('survival curves', () => {
  it('of Weibull run through the point, and bend by the shape', () => {
    for (const [shape, factor] of [
      [1, 2],
      [0.5, Math.SQRT2],
      [2, 4],
    ]) {
      const curve = weibullCurve(point, shape);
      expect(curve(0)).toBe(1);
      expect(curve(4)).toBeCloseTo(0.6, 14);
      // ln S(2t₀) = 2^k ln S(t₀)
      expect(Math.log(curve(8))).toBeCloseTo(factor * Math.log(0.6), 12);
    }
    expect(weibullCurve(point)(2)).toBeCloseTo(Math.sqrt(0.6), 14);
  });

  it('with cure run through the point and end at the cured', () => {
    const curve = cureCurve(point, 0.4);
    expect(curve(0)).toBeCloseTo(1, 14);
    expect(curve(4)).toBeCloseTo(0.6, 14);
    // Of the uncured a third is left at 4 years, a ninth at 8
    expect(curve(8)).toBeCloseTo(0.4 + 0.6 / 9, 14);
    expect(curve(400)).toBeCloseTo(0.4, 12);
    expect(cureCurve(point, 0)(8)).toBeCloseTo(0.36, 14);
  });

  it('in pieces run through every point, and go on as they came to the last', () => {
    const curve = piecewiseCurve([
      { years: 1, rate: 0.8 },
      { years: 3, rate: 0.8 },
      { years: 4, rate: 0.4 },
    ]);
    const at = [0, 0.5, 1, 2, 3, 3.5, 4, 5].map(curve);
    [1, Math.sqrt(0.8), 0.8, 0.8, 0.8, 0.8 * Math.SQRT1_2, 0.4, 0.2].forEach((rate, i) => {
      expect(at[i]).toBeCloseTo(rate, 12);
    });
  });

  it('of proportional hazards are powers', () => {
    expect(proportionalCurve(weibullCurve(point), 2)(4)).toBeCloseTo(0.36, 14);
    expect(proportionalCurve(weibullCurve(point), 0.5)(4)).toBeCloseTo(Math.sqrt(0.6), 14);
  });

  it.each([
    [() => weibullCurve({ years: 0, rate: 0.5 }), 'invalid years: 0 (must be > 0)'],
    [() => weibullCurve({ years: Infinity, rate: 0.5 }), 'invalid years: Infinity (must be > 0)'],
    [() => weibullCurve({ years: 1, rate: 1 }), 'invalid rate: 1 (must be in (0, 1))'],
    [() => cureCurve({ years: 1, rate: 0 }, 0), 'invalid rate: 0 (must be in (0, 1))'],
    [() => weibullCurve(point, 0), 'invalid shape: 0 (must be > 0)'],
    [() => weibullCurve(point, Infinity), 'invalid shape: Infinity (must be > 0)'],
    [() => cureCurve(point, 0.6), 'invalid cured: 0.6 (must be in [0, 0.6), the event-free probability)'],
    [() => cureCurve(point, -0.1), 'invalid cured: -0.1 (must be in [0, 0.6), the event-free probability)'],
    [() => piecewiseCurve([]), 'invalid points: none (must be at least one)'],
    [
      () => piecewiseCurve([point, { years: 4, rate: 0.5 }]),
      'invalid points: 0.5 at 4 years (years must rise, rates must not)',
    ],
    [
      () => piecewiseCurve([point, { years: 5, rate: 0.7 }]),
      'invalid points: 0.7 at 5 years (years must rise, rates must not)',
    ],
  ])('refuse what is none, %#', (make, message) => {
    expect(make).toThrow(new RangeError(message));
  });
});
