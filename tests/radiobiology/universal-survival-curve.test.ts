import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaOfUniversalCurve,
  fractionBedUniversal,
  singleFractionEquivalentDoseGy,
  transitionDoseGy,
  type UniversalSurvivalCurve,
  universalEffect,
} from '../../src/radiobiology/universal-survival-curve.ts';
import { check } from '../fixtures/check-property.ts';

/** H460 cells, as published. */
const h460: UniversalSurvivalCurve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };

const curves = fc
  .tuple(
    fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    fc.double({ min: 0.5, max: 1.6, noNaN: true }),
    fc.double({ min: 0.5, max: 4, noNaN: true }),
  )
  .map(([alphaPerGy, finalSlopeGy, quasiThresholdGy]) => ({ alphaPerGy, finalSlopeGy, quasiThresholdGy }));
const doseGy = fc.double({ min: 0.1, max: 30, noNaN: true });

describe('universal survival curve', () => {
  it('of H460 cells', () => {
    expect(transitionDoseGy(h460)).toBeCloseTo(6.127659574468086, 12);
    expect(betaOfUniversalCurve(h460)).toBeCloseTo(0.038350694, 9);
    expect(universalEffect(5, h460)).toBeCloseTo(2.608767361111111, 12);
    expect(universalEffect(12, h460)).toBeCloseTo(8.16, 12);
    expect(3 * fractionBedUniversal(20, h460)).toBeCloseTo(132.363636363636, 10);
    expect(singleFractionEquivalentDoseGy(3, 20, h460)).toBeCloseTo(56.4, 12);
  });

  it('joins its two parts in value and slope', () => {
    check(
      fc.property(curves, (curve) => {
        const at = transitionDoseGy(curve);
        const beta = betaOfUniversalCurve(curve);
        const line = (at - curve.quasiThresholdGy) / curve.finalSlopeGy;
        expect((at * (curve.alphaPerGy + beta * at)) / line).toBeCloseTo(1, 10);
        expect((curve.alphaPerGy + 2 * beta * at) * curve.finalSlopeGy).toBeCloseTo(1, 10);
      }),
    );
  });

  it('gives the single dose whose effect is that of the fractions, on either part of the curve', () => {
    check(
      fc.property(curves, fc.integer({ min: 1, max: 30 }), doseGy, (curve, n, d) => {
        const single = singleFractionEquivalentDoseGy(n, d, curve);
        expect(universalEffect(single, curve) / (n * universalEffect(d, curve))).toBeCloseTo(1, 10);
        expect(single).toBeLessThanOrEqual(n * d * (1 + 1e-12));
      }),
    );
  });

  it('is D − (n − 1)Dq where each fraction is on the final slope', () => {
    check(
      fc.property(curves, fc.integer({ min: 1, max: 10 }), doseGy, (curve, n, d) => {
        fc.pre(d >= transitionDoseGy(curve));
        const expected = n * d - (n - 1) * curve.quasiThresholdGy;
        expect(singleFractionEquivalentDoseGy(n, d, curve)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('refuses a final slope that is not the steeper one', () => {
    const curve = { ...h460, finalSlopeGy: 4 };
    expect(() => transitionDoseGy(curve)).toThrow(
      new RangeError('invalid alphaPerGy × finalSlopeGy: 1.32 (must be < 1)'),
    );
    expect(() => universalEffect(-1, h460)).toThrow('invalid doseGy: -1 (must be >= 0)');
    expect(() => universalEffect(1, { ...h460, alphaPerGy: 0 })).toThrow(
      'invalid alphaPerGy: 0 (must be > 0)',
    );
  });
});
