import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedQuadraticSumGy2, protractionFactor } from '../../src/radiobiology/incomplete-repair.ts';
import { check } from '../fixtures/check-property.ts';

const halfTimeHours = fc.double({ min: 0.1, max: 10, noNaN: true });
const gaps = fc.array(
  fc.record({
    gap: fc.double({ min: 0, max: 48, noNaN: true }),
    doseGy: fc.double({ min: 0.1, max: 10, noNaN: true }),
  }),
  { minLength: 1, maxLength: 20 },
);
const course = gaps.map((steps) => {
  let hours = 0;
  return steps.map(({ gap, doseGy }) => ({ hours: (hours += gap), doseGy }));
});

/** Σd² + 2ΣΣ, every pair by itself. */
function byPairs(fractions: readonly { hours: number; doseGy: number }[], halfTime: number): number {
  let sum = 0;
  fractions.forEach((a, i) => {
    sum += a.doseGy * a.doseGy;
    for (const b of fractions.slice(i + 1))
      sum += 2 * a.doseGy * b.doseGy * Math.exp((-Math.LN2 * (b.hours - a.hours)) / halfTime);
  });
  return sum;
}

/** Thames' h_m of m equal fractions a day, by his closed form. */
function thamesFactor(m: number, intervalHours: number, halfTime: number): number {
  const phi = Math.exp((-Math.LN2 * intervalHours) / halfTime);
  return (2 / m) * (phi / (1 - phi)) * (m - (1 - phi ** m) / (1 - phi));
}
const oneDay = (m: number, intervalHours: number) =>
  Array.from({ length: m }, (_, k) => ({ hours: k * intervalHours, doseGy: 1 }));

describe('quadratic sum under incomplete repair', () => {
  it('is the sum over all pairs', () => {
    check(
      fc.property(course, halfTimeHours, (fractions, halfTime) => {
        expect(pairedQuadraticSumGy2(fractions, halfTime) / byPairs(fractions, halfTime)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('of one day is Thames’ m(1 + h_m)', () => {
    check(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.double({ min: 0.5, max: 12, noNaN: true }),
        halfTimeHours,
        (m, interval, halfTime) => {
          const expected = m * (1 + thamesFactor(m, interval, halfTime));
          expect(pairedQuadraticSumGy2(oneDay(m, interval), halfTime) / expected).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it('lies between full repair and none: h_m → 0 as the interval grows, → m − 1 as it shrinks', () => {
    check(
      fc.property(course, halfTimeHours, (fractions, halfTime) => {
        const full = fractions.reduce((sum, { doseGy }) => sum + doseGy * doseGy, 0);
        const total = fractions.reduce((sum, { doseGy }) => sum + doseGy, 0);
        const found = pairedQuadraticSumGy2(fractions, halfTime);
        expect(found).toBeGreaterThanOrEqual(full * (1 - 1e-13));
        expect(found).toBeLessThanOrEqual(total * total * (1 + 1e-13));
      }),
    );
    for (const m of [2, 3, 4]) {
      expect(pairedQuadraticSumGy2(oneDay(m, 1e4), 1.5)).toBe(m);
      expect(pairedQuadraticSumGy2(oneDay(m, 1e-9), 1.5) / m - 1).toBeCloseTo(m - 1, 7);
    }
  });

  it('has the published values', () => {
    expect(thamesFactor(2, 6, 1.5)).toBeCloseTo(0.0625, 12);
    expect(pairedQuadraticSumGy2(oneDay(3, 4), 1.5) / 3 - 1).toBeCloseTo(0.226522269, 9);
    const bid = [0, 6, 24, 30, 48, 54, 72, 78, 96, 102].map((hours) => ({ hours, doseGy: 3.4 }));
    expect(34 + pairedQuadraticSumGy2(bid, 4) / 3).toBeCloseTo(88.682468, 6);
    // Thames' form, where nothing is carried over the night
    expect(34 * (1 + ((1 + thamesFactor(2, 6, 4)) * 3.4) / 3)).toBeCloseTo(86.156924, 6);
  });

  it('refuses fractions out of order and bad arguments', () => {
    const backwards = [
      { hours: 6, doseGy: 2 },
      { hours: 0, doseGy: 2 },
    ];
    expect(() => pairedQuadraticSumGy2(backwards, 1.5)).toThrow('invalid hours: 0 (must be >= 6)');
    expect(() => pairedQuadraticSumGy2([{ hours: Number.NaN, doseGy: 2 }], 1.5)).toThrow(
      'invalid hours: NaN',
    );
    expect(() => pairedQuadraticSumGy2([{ hours: 0, doseGy: -2 }], 1.5)).toThrow('invalid doseGy: -2');
    expect(() => pairedQuadraticSumGy2([], 0)).toThrow('invalid halfTimeHours: 0 (must be > 0)');
    expect(pairedQuadraticSumGy2([], 1.5)).toBe(0);
  });
});

describe('protraction factor', () => {
  it.each([
    [0.5, 1.5, 0.9272343770733714],
    [1, 0.5, 0.6621816730118604],
    [96, 1.5, 0.04406792658002346],
  ])('of %d h at a half-time of %d h', (duration, halfTime, expected) => {
    expect(Math.abs(protractionFactor(duration, halfTime) / expected - 1)).toBeLessThan(1e-13);
  });

  /** G at μT = x with relative error below 1e-30, by its series in rational arithmetic. */
  function exactFactor(numerator: bigint, denominator: bigint): number {
    const scale = 10n ** 60n;
    let [sum, term] = [scale, scale];
    for (let k = 1n; k < 200n; k++) {
      term = (-term * numerator) / (denominator * (k + 2n));
      sum += term;
    }
    return Number((sum * 10n ** 20n) / scale) / 1e20;
  }

  it('is within 1e-12 of the exact value on both sides of the change from series to closed form', () => {
    for (let thousandths = 1n; thousandths <= 4000n; thousandths += thousandths < 200n ? 1n : 37n) {
      // A half-time of ln 2 hours makes μ one per hour
      const found = protractionFactor(Number(thousandths) / 1000, Math.LN2);
      expect(Math.abs(found / exactFactor(thousandths, 1000n) - 1), `${thousandths}`).toBeLessThan(1e-12);
    }
    for (let power = 4n; power <= 18n; power++) {
      const found = protractionFactor(1 / Number(10n ** power), Math.LN2);
      expect(Math.abs(found / exactFactor(1n, 10n ** power) - 1)).toBeLessThan(1e-15);
    }
  });

  it('is 1 at once, falls with time, and is the limit of many small fractions', () => {
    expect(protractionFactor(0, 1.5)).toBe(1);
    for (let t = 0; t < 50; t += 0.01)
      expect(protractionFactor(t + 0.01, 1.5)).toBeLessThan(protractionFactor(t, 1.5));
    const n = 20_000;
    const parts = Array.from({ length: n }, (_, i) => ({ hours: (3 * (i + 0.5)) / n, doseGy: 1 / n }));
    expect(pairedQuadraticSumGy2(parts, 1.5)).toBeCloseTo(protractionFactor(3, 1.5), 7);
  });

  it('refuses arguments out of range', () => {
    expect(() => protractionFactor(-1, 1.5)).toThrow('invalid durationHours: -1 (must be >= 0)');
    expect(() => protractionFactor(1, 0)).toThrow('invalid halfTimeHours: 0 (must be > 0)');
  });
});
