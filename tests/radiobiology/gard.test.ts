import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaFromRsi, gard } from '../../src/radiobiology/gard.ts';
import { effect, equalFractions } from '../../src/radiobiology/linear-quadratic.ts';
import { check } from '../fixtures/check-property.ts';

describe('genomic adjusted radiation dose', () => {
  it.each([
    [25, 2, 0.3, 30.09932],
    [25, 2, 0.5, 17.32868],
    [25, 2, 0.62, 11.950895],
    [5, 6, 0.5, 16.397208],
  ])('of %d × %d Gy at an index of %d', (count, doseGy, rsi, expected) => {
    expect(gard([{ count, doseGy }], rsi)).toBeCloseTo(expected, 6);
  });

  it('of 25 × 2 Gy is −25 ln RSI, whatever β', () => {
    check(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (rsi, beta) => {
          expect(gard([{ count: 25, doseGy: 2 }], rsi, beta)).toBeCloseTo(-25 * Math.log(rsi), 10);
        },
      ),
    );
  });

  it('is the linear-quadratic effect at this α and β, and adds over phases', () => {
    const alpha = alphaFromRsi(0.4);
    expect(gard([{ count: 5, doseGy: 5 }], 0.4)).toBeCloseTo(
      effect(equalFractions(5, 5), alpha, alpha / 0.05),
      12,
    );
    const phases = [
      { count: 5, doseGy: 5 },
      { count: 25, doseGy: 2 },
    ];
    expect(gard(phases, 0.4)).toBeCloseTo(gard([phases[0]], 0.4) + gard([phases[1]], 0.4), 12);
  });

  it('refuses arguments out of range', () => {
    expect(() => gard([], 0)).toThrow('invalid rsi: 0 (must be in (0, 1))');
    expect(() => gard([], 1)).toThrow('invalid rsi: 1');
    expect(() => gard([], 0.5, 0)).toThrow('invalid betaPerGy2: 0 (must be > 0)');
    expect(() => gard([{ count: 0, doseGy: 2 }], 0.5)).toThrow('invalid count: 0 (must be > 0)');
    expect(() => gard([{ count: 1, doseGy: -2 }], 0.5)).toThrow('invalid doseGy: -2 (must be > 0)');
  });
});
