import { describe, expect, it } from 'vitest';
import { binomialProbabilities } from '../../../src/numeric/binomial-probabilities.ts';
import { posteriorAbove } from '../../../src/trial/beta-posterior.ts';
import { successRates } from '../../../src/trial/single-arm/success-rates.ts';
import { stopCertainty, successCertainty } from '../../../src/trial/threshold/certainty-threshold.ts';

const JEFFREYS = { a: 0.5, b: 0.5 };

/** P(success) at a rate where the posterior probability of more than 70 % is at least this. */
function naivePower(certainty: number, rate: number): number {
  const { first, probabilities } = binomialProbabilities(79, rate);
  return probabilities.reduce(
    (sum, p, i) => (posteriorAbove(JEFFREYS, first + i, 79, 0.7) >= certainty ? sum + p : sum),
    0,
  );
}

describe('the certainty that holds a type I error', () => {
  it('of success at the end is the least to the fifth decimal', () => {
    const { certainty, design } = successCertainty(JEFFREYS, 0.7, successRates(0.7, 0.85), 79, 0.05);
    expect(naivePower(certainty, 0.7)).toBeLessThanOrEqual(0.05);
    expect(naivePower(certainty - 1e-5, 0.7)).toBeGreaterThan(0.05);
    expect(design.typeIError).toBeCloseTo(naivePower(certainty, 0.7), 12);
    expect(design.power).toBeCloseTo(naivePower(certainty, 0.85), 12);
  });

  it('is the same for the bad event as for its absence', () => {
    const good = successCertainty(JEFFREYS, 0.7, successRates(0.7, 0.85), 79, 0.05);
    const bad = successCertainty(JEFFREYS, 0.3, successRates(0.3, 0.15), 79, 0.05);
    expect(bad.certainty).toBe(good.certainty);
    expect(bad.design.cutOff).toBe(good.design.cutOff);
  });

  it('of a stop for harm at looks is above that at one look, and the least', () => {
    const plan = {
      prior: { a: 0.7, b: 1.3 },
      limitRate: 0.35,
      worseRate: 0.5,
      size: 60,
      looks: { every: 20 },
      endpoint: { endpoint: 'woundComplication', withinDays: 120 },
    };
    const often = stopCertainty(plan, 0.05);
    const once = stopCertainty({ ...plan, looks: [60] }, 0.05);
    expect(often.atLimit.stopProbability).toBeLessThanOrEqual(0.05);
    expect(often.certainty).toBeGreaterThan(once.certainty);
    expect(often.atWorse.stopProbability).toBeGreaterThan(0.5);
  });

  it('is refused where successes alone are too few', () => {
    expect(() => successCertainty(JEFFREYS, 0.7, successRates(0.7, 0.85), 2, 0.05)).toThrow(
      /no posterior certainty holds a type I error of 0.05/,
    );
  });
});
