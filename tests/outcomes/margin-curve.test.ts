import { expect, it } from 'vitest';
import { marginCurve } from '../../src/outcomes/margin-curve.ts';
import { createMarginShift } from '../../src/outcomes/margin-shift.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { twoArms } from '../fixtures/planned-arm.ts';

const truthOf = (localControl: object, cohort: object = {}) =>
  createTruth(truthSchema.parse({ cohort, localControl }), twoArms, { localControl: 3 });

it('is the power of the target where all patients are alike and hazards proportional', () => {
  const truth = truthOf({
    model: 'statedRates',
    control: 0.93,
    experimental: 0.9,
    latency: { kind: 'proportionalHazards', weibull: { atYears: 3 } },
  });
  const shift = createMarginShift(truth, truth.endpoints[0], 1, 0.9, 0.86);
  const { values, exact } = marginCurve(truth, truth.endpoints[0], 1, shift, [0, 1.5, 3, 6]);
  [1, Math.sqrt(0.86), 0.86, 0.86 * 0.86].forEach((rate, k) => {
    expect(values[k]).toBeCloseTo(rate, 12);
  });
  expect(exact).toBe(true);
});

it('reaches the target at the time of the endpoint, whoever the patients are', () => {
  const truth = truthOf(
    {
      model: 'residualDisease',
      residualProbability: 0.5,
      latency: { kind: 'promotionTime', logNormal: { medianYears: 1.5, sigma: 0.9 } },
    },
    { heterogeneity: { sf2: 0.6, alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } } } },
  );
  const [endpoint] = truth.endpoints;
  const shift = createMarginShift(truth, endpoint, 1, populationRates(truth).arms[1].rates[0], 0.7);
  const { values } = marginCurve(truth, endpoint, 1, shift, [0, 1, 3, 9]);
  expect(values[0]).toBeCloseTo(1, 12);
  expect(values[2]).toBeCloseTo(0.7, 6);
  expect(values[1]).toBeGreaterThan(values[2]);
  expect(values[3]).toBeLessThan(values[2]);
});
