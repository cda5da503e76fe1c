import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createHistogram,
  type DoseVolumeHistogram,
  meanDoseGy,
} from '../../src/radiobiology/dose-volume-histogram.ts';
import { generalisedEud } from '../../src/radiobiology/generalised-eud.ts';
import { check } from '../fixtures/check-property.ts';

const example: DoseVolumeHistogram = { doseGy: [10, 30, 50], volume: [0.5, 0.3, 0.2] };
const binGy = fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 100, noNaN: true }));
const histogram = fc
  .array(fc.tuple(binGy, fc.double({ min: 0.01, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((bins) => {
    const total = bins.reduce((sum, [, v]) => sum + v, 0);
    return createHistogram(
      bins.map(([d]) => d),
      bins.map(([, v]) => v / total),
    );
  });
const power = fc.oneof(
  fc.double({ min: 0.01, max: 200, noNaN: true }),
  fc.double({ min: -200, max: -0.01, noNaN: true }),
);

describe('generalised equivalent uniform dose', () => {
  it.each([
    [1, 24],
    [8, 41.015674923422],
    [-10, 10.717723691177826],
    [2, Math.sqrt(0.5 * 100 + 0.3 * 900 + 0.2 * 2500)],
  ])('of the example at a = %d', (a, expected) => {
    expect(generalisedEud(example, a)).toBeCloseTo(expected, 12);
  });

  it('lies between the least and the greatest dose, and rises with a', () => {
    check(
      fc.property(histogram, power, (dvh, a) => {
        const eud = generalisedEud(dvh, a);
        expect(eud).toBeGreaterThanOrEqual(Math.min(...dvh.doseGy) * (1 - 1e-12));
        expect(eud).toBeLessThanOrEqual(Math.max(...dvh.doseGy) * (1 + 1e-12));
        if (a + 0.5 !== 0) expect(generalisedEud(dvh, a + 0.5)).toBeGreaterThanOrEqual(eud * (1 - 1e-12));
      }),
    );
  });

  it('is the mean at a = 1, the greatest dose as a → ∞, the least as a → −∞', () => {
    check(
      fc.property(histogram, (dvh) => {
        expect(generalisedEud(dvh, 1)).toBeCloseTo(meanDoseGy(dvh), 9);
        // v^(1/a) at the smallest share, 1/1200, is within 1e-5 of 1
        expect(generalisedEud(dvh, 1e6)).toBeCloseTo(Math.max(...dvh.doseGy), 2);
        expect(generalisedEud(dvh, -1e6)).toBeCloseTo(Math.min(...dvh.doseGy), 2);
      }),
    );
  });

  it('is the same for permuted bins, for a bin cut in two, and scales with dose', () => {
    check(
      fc.property(histogram, power, fc.double({ min: 0.1, max: 10, noNaN: true }), (dvh, a, factor) => {
        const eud = generalisedEud(dvh, a);
        const reversed = { doseGy: dvh.doseGy.toReversed(), volume: dvh.volume.toReversed() };
        const [d, v] = [dvh.doseGy[0], dvh.volume[0] / 2];
        const cut = { doseGy: [d, ...dvh.doseGy], volume: [v, v, ...dvh.volume.slice(1)] };
        const scaled = { doseGy: dvh.doseGy.map((x) => x * factor), volume: dvh.volume };
        for (const [other, expected] of [
          [reversed, eud],
          [cut, eud],
          [scaled, eud * factor],
        ] as const)
          expect(Math.abs(generalisedEud(other, a) - expected)).toBeLessThanOrEqual(1e-11 * expected);
      }),
    );
  });

  it('is 0 for a < 0 where some volume has no dose, and looks past bins without volume', () => {
    expect(generalisedEud({ doseGy: [0, 60], volume: [0.01, 0.99] }, -10)).toBe(0);
    expect(generalisedEud({ doseGy: [0, 60], volume: [0, 1] }, -10)).toBe(60);
    expect(generalisedEud({ doseGy: [0, 60], volume: [0.5, 0.5] }, 1)).toBeCloseTo(30, 12);
    expect(generalisedEud({ doseGy: [60, 70], volume: [1, 0] }, 1e5)).toBe(60);
    expect(generalisedEud({ doseGy: [0, 0], volume: [0.5, 0.5] }, 2)).toBe(0);
  });

  it('takes shares with few digits as parts of their sum', () => {
    const printed = { doseGy: [50, 50, 50], volume: [0.332, 0.332, 0.332] };
    for (const a of [-10, 0.1, 1, 8]) expect(generalisedEud(printed, a)).toBeCloseTo(50, 12);
  });

  it('refuses a = 0', () => {
    expect(() => generalisedEud(example, 0)).toThrow('invalid a: 0 (must be finite and not 0)');
    expect(() => generalisedEud(example, Infinity)).toThrow('invalid a: Infinity');
  });
});
