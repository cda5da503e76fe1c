import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alphaFromSf2,
  bed,
  crossingAlphaBetaGy,
  doseSums,
  effect,
  eqd2,
  eqdx,
  equalFractions,
  survivingFraction,
} from '../../src/radiobiology/linear-quadratic.ts';
import { createPhase, createSchedule } from '../../src/radiobiology/schedule.ts';

const fractions = fc.integer({ min: 1, max: 60 });
const doseGy = fc.double({ min: 0.1, max: 20, noNaN: true });
const alphaBetaGy = fc.double({ min: 0.1, max: 100, noNaN: true });
const alphaPerGy = fc.double({ min: 0.01, max: 1, noNaN: true });
const check = <T>(property: fc.IProperty<T>): void => fc.assert(property, { seed: 6, numRuns: 500 });
const expectClose = (got: number, expected: number): void =>
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-13 * Math.abs(expected));

describe('linear-quadratic model', () => {
  it('the EQD2 of 2 Gy fractions is the dose, whatever α/β', () => {
    check(
      fc.property(fractions, alphaBetaGy, (n, ab) => {
        expectClose(eqd2(equalFractions(n, 2), ab), 2 * n);
      }),
    );
  });

  it('the EQDX of X Gy fractions is the dose; X → 0 gives BED', () => {
    check(
      fc.property(fractions, doseGy, alphaBetaGy, (n, d, ab) => {
        const sums = equalFractions(n, d);
        expectClose(eqdx(sums, ab, d), n * d);
        expectClose(eqdx(sums, ab, 0), bed(sums, ab));
      }),
    );
  });

  it('BED is above the physical dose and falls with α/β towards it', () => {
    check(
      fc.property(fractions, doseGy, alphaBetaGy, (n, d, ab) => {
        const sums = equalFractions(n, d);
        expect(bed(sums, ab)).toBeGreaterThan(n * d);
        expect(bed(sums, ab * 1.01)).toBeLessThan(bed(sums, ab));
        expect(bed(sums, 1e12) / (n * d)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('EQD2 tends to the physical dose as α/β → ∞', () => {
    check(
      fc.property(fractions, doseGy, (n, d) => {
        expect(eqd2(equalFractions(n, d), 1e12) / (n * d)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('EQD2 is above the dose exactly for fractions above 2 Gy', () => {
    check(
      fc.property(fractions, doseGy, alphaBetaGy, (n, d, ab) => {
        fc.pre(Math.abs(d - 2) > 1e-6);
        expect(eqd2(equalFractions(n, d), ab) > n * d).toBe(d > 2);
      }),
    );
  });

  it('equal BED is equal EQD2 and equal effect', () => {
    check(
      fc.property(fractions, doseGy, alphaBetaGy, alphaPerGy, (n, d, ab, alpha) => {
        const sums = equalFractions(n, d);
        const inTwos = equalFractions(eqd2(sums, ab) / 2, 2);
        expectClose(bed(inTwos, ab), bed(sums, ab));
        expectClose(effect(inTwos, alpha, ab), effect(sums, alpha, ab));
      }),
    );
  });

  it('adding a fraction raises the effect and never raises survival', () => {
    check(
      fc.property(fractions, doseGy, alphaBetaGy, alphaPerGy, (n, d, ab, alpha) => {
        const [fewer, more] = [equalFractions(n, d), equalFractions(n + 1, d)];
        expect(effect(more, alpha, ab)).toBeGreaterThan(effect(fewer, alpha, ab));
        expect(survivingFraction(more, alpha, ab)).toBeLessThanOrEqual(survivingFraction(fewer, alpha, ab));
        if (effect(more, alpha, ab) < 700) {
          expect(survivingFraction(more, alpha, ab)).toBeLessThan(survivingFraction(fewer, alpha, ab));
        }
      }),
    );
  });

  it('splitting a course in two adds doses, BED, EQD2 and effect, and multiplies survival', () => {
    check(
      fc.property(fractions, fractions, doseGy, doseGy, alphaBetaGy, (n, m, d, e, ab) => {
        const [first, second] = [createPhase(n, d), createPhase(m, e)];
        const whole = doseSums(createSchedule([first, second]));
        const parts = [first, second].map((phase) => doseSums(createSchedule([phase])));
        const total = (f: (sums: typeof whole) => number): number => f(parts[0]) + f(parts[1]);
        expectClose(whole.doseGy, n * d + m * e);
        expectClose(
          bed(whole, ab),
          total((sums) => bed(sums, ab)),
        );
        expectClose(
          eqd2(whole, ab),
          total((sums) => eqd2(sums, ab)),
        );
        expectClose(
          effect(whole, 0.2, ab),
          total((sums) => effect(sums, 0.2, ab)),
        );
        const product = parts.reduce((survival, sums) => survival * survivingFraction(sums, 0.02, ab), 1);
        expect(survivingFraction(whole, 0.02, ab) / product || 1).toBeCloseTo(1, 9);
      }),
    );
  });

  it('splitting one dose into two fractions lowers the effect', () => {
    check(
      fc.property(doseGy, alphaBetaGy, alphaPerGy, (d, ab, alpha) => {
        expect(effect(equalFractions(2, d / 2), alpha, ab)).toBeLessThan(
          effect(equalFractions(1, d), alpha, ab),
        );
      }),
    );
  });

  it('α from SF2 gives back SF2 after one fraction of 2 Gy, and SF2ⁿ after n', () => {
    check(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), alphaBetaGy, fractions, (sf2, ab, n) => {
        const alpha = alphaFromSf2(sf2, ab);
        expect(alpha).toBeGreaterThan(0);
        expectClose(survivingFraction(equalFractions(1, 2), alpha, ab), sf2);
        expect(effect(equalFractions(n, 2), alpha, ab) / (-n * Math.log(sf2))).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is α·Σd + β·Σd², fraction by fraction', () => {
    const doses = [5, 5, 5, 2, 2, 2, 2];
    const sums = doseSums(createSchedule([createPhase(3, 5), createPhase(4, 2)]));
    const [alpha, beta] = [0.3, 0.06];
    const byFraction = doses.reduce((e, d) => e + alpha * d + beta * d * d, 0);
    expectClose(effect(sums, alpha, alpha / beta), byFraction);
  });
});

describe('crossingAlphaBetaGy', () => {
  it('is where two schedules have the same BED: 25 × 2 and 5 × 6 at 4 Gy', () => {
    const [long, short] = [equalFractions(25, 2), equalFractions(5, 6)];
    const crossing = crossingAlphaBetaGy(long, short)!;
    expect(crossing).toBeCloseTo(4, 12);
    expectClose(bed(long, crossing), bed(short, crossing));
    expect(crossingAlphaBetaGy(short, long)).toBe(crossing);
  });

  it('is undefined where one schedule is stronger at every α/β, or both are the same', () => {
    expect(crossingAlphaBetaGy(equalFractions(25, 2), equalFractions(26, 2))).toBeUndefined();
    expect(crossingAlphaBetaGy(equalFractions(25, 2), equalFractions(25, 2))).toBeUndefined();
    expect(crossingAlphaBetaGy(equalFractions(25, 2), equalFractions(5, 10))).toBeUndefined();
    // Only at α/β = 0: 8 × 2 Gy and 2 × 4 Gy have one Σd²
    expect(crossingAlphaBetaGy(equalFractions(8, 2), equalFractions(2, 4))).toBeUndefined();
  });
});
