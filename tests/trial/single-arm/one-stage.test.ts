import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHernSizes } from '../../../src/trial/single-arm/a-hern-sizes.ts';
import { posteriorRule } from '../../../src/trial/single-arm/beta-rule.ts';
import { flemingPower, flemingSize } from '../../../src/trial/single-arm/fleming.ts';
import { cutOffOf, oneStageDesign } from '../../../src/trial/single-arm/one-stage.ts';
import { successRates } from '../../../src/trial/single-arm/success-rates.ts';
import { testedDesign } from '../../../src/trial/single-arm/test-answer.ts';
import { tests } from '../../../src/trial/tests/index.ts';
import { check } from '../../fixtures/check-property.ts';

/** P(X ≥ count) by growing the law patient by patient. */
function naiveTail(count: number, size: number, rate: number): number {
  let law = [1];
  for (let i = 0; i < size; i++)
    law = [...law, 0].map((p, k) => p * (1 - rate) + (k > 0 ? law[k - 1] * rate : 0));
  return law.slice(count).reduce((sum, p) => sum + p, 0);
}

describe('exact one-stage designs', () => {
  // clinfun 1.1.5 ph2single (r = c − 1) and an independent search in R 4.2.2; A’Hern 2001, Stat Med 20:859
  it.each([
    [0.05, 0.2, 0.2, 27, 4, 0.043736, 0.817717],
    [0.1, 0.3, 0.2, 25, 6, 0.0334, 0.806512],
    [0.1, 0.25, 0.2, 40, 8, 0.041902, 0.818046],
    [0.2, 0.4, 0.2, 35, 12, 0.034357, 0.804825],
    [0.3, 0.5, 0.2, 39, 17, 0.049984, 0.831608],
    [0.5, 0.7, 0.1, 53, 33, 0.049185, 0.913772],
  ])(
    '%d against %d with power 1 − %d: %i patients, cut-off %i',
    (p0, p1, beta, size, cutOff, alpha, power) => {
      const { smallest } = aHernSizes(successRates(p0, p1), 0.05, 1 - beta, 200);
      expect(smallest).toMatchObject({ size, cutOff });
      expect(Math.abs(smallest.typeIError - alpha)).toBeLessThan(1e-6);
      expect(Math.abs(smallest.power - power)).toBeLessThan(1e-6);
    },
  );

  it.each([
    [0.3, 0.5, 0.8],
    [0.35, 0.2, 0.8],
    [0.85, 0.95, 0.9],
  ])('for %d against %d are what trying every size and cut-off gives', (p0, p1, power) => {
    const rates = successRates(p0, p1);
    const { nullSuccess, alternativeSuccess } = rates;
    const most = 110;
    const holding: number[] = [];
    for (let size = 1; size <= most; size++)
      for (let c = 0; c <= size; c++)
        if (naiveTail(c, size, nullSuccess) <= 0.05 && naiveTail(c, size, alternativeSuccess) >= power) {
          holding.push(size);
          break;
        }
    const missing = Array.from({ length: most }, (_, i) => i + 1).filter((size) => !holding.includes(size));
    const { smallest, lasting } = aHernSizes(rates, 0.05, power, most);
    expect([smallest.size, lasting?.size]).toEqual([holding[0], missing[missing.length - 1] + 1]);
    for (const [rate, got] of [
      [nullSuccess, smallest.typeIError],
      [alternativeSuccess, smallest.power],
    ])
      expect(Math.abs(got - naiveTail(smallest.cutOff, smallest.size, rate))).toBeLessThan(1e-10);
  });

  it('says which bound it hit', () => {
    expect(() => aHernSizes(successRates(0.3, 0.32), 0.05, 0.8, 100)).toThrow(
      'no size up to maximumSize 100 reaches a power of 0.8',
    );
    expect(aHernSizes(successRates(0.3, 0.5), 0.05, 0.8, 40).lasting).toBeUndefined();
  });
});

describe('the cut-off of a rule', () => {
  it('is the fewest successes that are enough', () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.constantFrom(
          (p: number) => tests.exactBinomial.create(p, 0.05),
          (p: number) => tests.normalApproximation.create(p, 0.05),
          (p: number) => posteriorRule({ a: 0.7, b: 1.3 }, p, 0.95, true),
          (p: number) => posteriorRule({ a: 0.7, b: 1.3 }, p, 0.95, false),
        ),
        (size, rate, rule) => {
          const succeeds = rule(rate);
          const naive = Array.from({ length: size + 1 }, (_, c) => c).find((c) => succeeds(c, size));
          expect(cutOffOf(succeeds, size)).toBe(naive ?? size + 1);
        },
      ),
    );
  });

  it('of the exact test never lets the type I error past the level', () => {
    check(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.02, max: 0.9, noNaN: true }),
        fc.double({ min: 0.001, max: 0.49, noNaN: true }),
        (size, p0, alpha) => {
          const rates = successRates(p0, p0 + 0.05);
          const cutOff = cutOffOf(tests.exactBinomial.create(p0, alpha), size);
          const design = oneStageDesign(size, cutOff, rates);
          expect(design.typeIError).toBeLessThanOrEqual(alpha);
          if (cutOff > 0) expect(oneStageDesign(size, cutOff - 1, rates).typeIError).toBeGreaterThan(alpha);
        },
      ),
    );
  });
});

describe('the normal approximation', () => {
  it('gives Fleming’s size', () => {
    // Closed form in R 4.2.2
    expect(Math.abs(flemingSize(successRates(0.3, 0.5), 0.05, 0.8) - 34.4907924385)).toBeLessThan(1e-6);
  });

  it('has its formula’s power at its formula’s size', () => {
    const rates = successRates(0.35, 0.2);
    const size = flemingSize(rates, 0.025, 0.9);
    expect(Math.abs(flemingPower(rates, 0.025, size) - 0.9)).toBeLessThan(1e-12);
  });

  it('rejects from the first count whose score reaches the critical value', () => {
    // z(14) = 1.291, z(15) = 1.660 at 35 patients and 30 %; z_0.05 = 1.645
    expect(testedDesign('normalApproximation', successRates(0.3, 0.5), 0.05, 35).cutOff).toBe(15);
  });
});

describe('rates', () => {
  it('that are equal have no direction', () => {
    expect(() => successRates(0.3, 0.3)).toThrow('invalid alternativeRate: 0.3');
  });

  it('of too few patients have no cut-off', () => {
    expect(() => testedDesign('exactBinomial', successRates(0.3, 0.5), 0.05, 2)).toThrow(
      'invalid perArm: 2 (too few',
    );
  });
});
