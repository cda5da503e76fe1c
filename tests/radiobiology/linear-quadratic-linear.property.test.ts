import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionBedLinearQuadraticLinear as fractionBed } from '../../src/radiobiology/linear-quadratic-linear.ts';
import { check } from '../fixtures/check-property.ts';

const doseGy = fc.double({ min: 0.01, max: 60, noNaN: true });
const alphaBetaGy = fc.double({ min: 0.5, max: 40, noNaN: true });
const transitionGy = fc.double({ min: 0.5, max: 20, noNaN: true });
const linearQuadratic = (d: number, ab: number): number => d + (d * d) / ab;

describe('linear-quadratic-linear BED of a fraction', () => {
  it.each([
    [5, 8, 6, undefined, 101.22448979591837],
    [5, 8, 6, 3, 96.73469387755102],
    [3, 20, undefined, undefined, 241.2],
    [8, 7.5, 6, undefined, 148.1632653061224],
    [5, 8, 9.8, undefined, 105.3061224489796],
  ])('of %d × %d Gy, transition %d Gy, γ/α %d', (n, d, transition, gammaOverAlpha, bed) => {
    expect(n * fractionBed(d, 4.9, transition, gammaOverAlpha)).toBeCloseTo(bed, 10);
  });

  it('is linear-quadratic up to the transition', () => {
    check(
      fc.property(doseGy, alphaBetaGy, transitionGy, (d, ab, dT) => {
        fc.pre(d <= dT);
        expect(fractionBed(d, ab, dT)).toBe(linearQuadratic(d, ab));
      }),
    );
  });

  it('beyond it lies between the dose itself and the linear-quadratic BED', () => {
    check(
      fc.property(doseGy, alphaBetaGy, transitionGy, (d, ab, dT) => {
        fc.pre(d > dT * 1.01);
        expect(fractionBed(d, ab, dT)).toBeLessThan(linearQuadratic(d, ab));
        expect(fractionBed(d, ab, dT)).toBeGreaterThan(d);
      }),
    );
  });

  it('continues the tangent by default: value and slope agree at the transition', () => {
    check(
      fc.property(alphaBetaGy, transitionGy, (ab, dT) => {
        const step = 1e-6;
        const [below, at, above] = [dT - step, dT, dT + step].map((d) => fractionBed(d, ab, dT));
        // The curvature below adds 2·step/(α/β) to the difference of the two slopes
        expect(Math.abs((above - at - (at - below)) / step)).toBeLessThan(step / ab + 1e-7);
      }),
    );
  });

  it('rises with dose', () => {
    check(
      fc.property(doseGy, alphaBetaGy, transitionGy, (d, ab, dT) => {
        expect(fractionBed(d * 1.01, ab, dT)).toBeGreaterThan(fractionBed(d, ab, dT));
      }),
    );
  });

  it.each([
    [() => fractionBed(-1, 10), 'invalid doseGy: -1 (must be >= 0)'],
    [() => fractionBed(2, 0), 'invalid alphaBetaGy: 0 (must be > 0)'],
    [() => fractionBed(2, 10, Number.NaN), 'invalid transitionGy: NaN (must be > 0)'],
    [() => fractionBed(2, 10, 5, 0), 'invalid gammaOverAlpha: 0 (must be > 0)'],
  ])('refuses arguments out of range', (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
