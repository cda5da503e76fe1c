import { describe, expect, it } from 'vitest';
import { createMarginShift } from '../../src/outcomes/margin-shift.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { twoArms } from '../fixtures/planned-arm.ts';

const truthOf = (heterogeneity: object, localControl: object) =>
  createTruth(truthSchema.parse({ cohort: { heterogeneity }, localControl }), twoArms, {});
const shiftOf = (truth: ReturnType<typeof truthOf>, target: number) => {
  const [endpoint] = truth.endpoints;
  const rate = populationRates(truth).arms[1].rates[0];
  return { rate, shift: createMarginShift(truth, endpoint, 1, rate, target) };
};

describe('an arm at its margin', () => {
  it('shifts each patient by one constant on the logit scale', () => {
    const truth = truthOf({ alphaBetaGy: 4.9 }, { model: 'logistic', gamma50: 1.5, d50Gy: 38 });
    const { rate, shift } = shiftOf(truth, 0.5);
    expect(shift(rate)).toBeCloseTo(0.5, 9);
    const odds = (p: number) => p / (1 - p);
    expect(odds(shift(0.2)) / odds(0.2)).toBeCloseTo(odds(0.5) / odds(rate), 8);
  });

  it('gives every patient the target where all are certain, and the rate is 1 and no more', () => {
    // More than D100 at every α/β: control is certain
    const truth = truthOf(
      { alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 }, within: [2, 12] } },
      { model: 'withersLinear', surgeryAlone: 0.7, d100Gy: 20 },
    );
    const { rate, shift } = shiftOf(truth, 0.93);
    expect(rate).toBeLessThanOrEqual(1);
    expect(rate).toBeCloseTo(1, 12);
    expect([shift(1), shift(1 - 1e-16)]).toEqual([0.93, 0.93]);
  });

  it('does so where more are certain than the target allows', () => {
    // At 2 Gy 5 × 6 Gy is beyond D100, at 40 Gy it is not
    const most = createTruth(
      truthSchema.parse({
        cohort: {
          heterogeneity: { alphaBetaGy: 2 },
          subtypes: { low: { weight: 0.95 }, high: { weight: 0.05, heterogeneity: { alphaBetaGy: 40 } } },
        },
        localControl: { model: 'withersLinear', surgeryAlone: 0.5, d100Gy: 50 },
      }),
      twoArms,
      {},
    );
    const { rate, shift } = shiftOf(most, 0.9);
    expect(rate).toBeGreaterThan(0.95);
    expect(rate).toBeLessThan(1);
    expect([shift(1), shift(0.6)]).toEqual([0.9, 0.9]);
    // One that leaves the certain ones certain is reached by the others
    const near = shiftOf(most, 0.96).shift;
    expect(near(1)).toBe(1);
    expect(0.95 + 0.05 * near((rate - 0.95) / 0.05)).toBeCloseTo(0.96, 9);
  });
});
