import { describe, expect, it } from 'vitest';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import { quadraturePopulation } from '../../src/cohort/population.ts';
import { fillProbabilities } from '../../src/outcomes/endpoint-probabilities.ts';
import { oddsFactorToReach, populationRates } from '../../src/outcomes/population-rates.ts';
import { shiftOdds } from '../../src/outcomes/shift-odds.ts';
import { createTruth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { twoArms as arms } from '../fixtures/planned-arm.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

const truthOf = (spec: object, atYears = 3) =>
  createTruth(truthSchema.parse(spec), arms, { localControl: atYears });
const latency = { logNormal: { medianYears: 1.5, sigma: 0.9 } };

/** Local control hangs on α/β, wounds on the tumour's size, and the copula joins the two. */
const shared = {
  cohort: {
    heterogeneity: {
      sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
      alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 }, within: [0.5, 40] },
      tumourSizeCm: { logNormal: { median: 9, sigma: 0.5 } },
      lowerLimb: { bernoulli: 0.6 },
    },
    correlation: [{ between: ['alphaBetaGy', 'tumourSizeCm'], rho: 0.8 }],
  },
  localControl: { model: 'logistic', gamma50: 1.5, d50Gy: 40, latency },
  woundComplication: {
    model: 'logistic',
    intercept: -2.5,
    oddsRatios: { lowerLimb: 2, tumourSizeCm: { ratio: 1.15, per: 1 } },
  },
};

describe('population rates', () => {
  const truth = truthOf(shared);
  const { arms: found, exact } = populationRates(truth);

  it('are exact, and those of sampled patients: margins and the rate of both events', () => {
    const SIZE = 200_000;
    expect(exact).toBe(true);
    const reads = [...new Set(truth.endpoints.flatMap(({ model }) => model.reads))];
    const sampler = createPatientSampler(truth.cohort, reads, 0, SIZE);
    samplePatients(sampler, seedKey('rates'), 0, 0, SIZE);
    arms.forEach((_, position) => {
      const [p, q] = truth.endpoints.map((endpoint) => {
        const out = new Float64Array(SIZE);
        fillProbabilities(endpoint, position, sampler.columns, out, SIZE);
        return out;
      });
      const both = p.map((value, i) => value * q[i]);
      const { rates, both: joint } = found[position];
      for (const [values, rate] of [
        [p, rates[0]],
        [q, rates[1]],
        [both, joint!],
      ] as const) {
        const mean = values.reduce((sum, x) => sum + x, 0) / SIZE;
        const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (SIZE - 1);
        expect(Math.abs(mean - rate)).toBeLessThan(6 * Math.sqrt(variance / SIZE) + 1e-7);
      }
    });
    // 25 × 2 Gy are 50 Gy at any α/β; after 5 × 6 Gy a large α/β means less control, and here a larger wound risk
    expect(found[0].both! - found[0].rates[0] * found[0].rates[1]).toBeCloseTo(0, 7);
    expect(found[1].both! - found[1].rates[0] * found[1].rates[1]).toBeLessThan(-1e-3);
  });

  it('of endpoints that share nothing multiply', () => {
    const apart = truthOf({ ...shared, cohort: { ...shared.cohort, correlation: [] } });
    for (const { rates, both } of populationRates(apart).arms) expect(both).toBe(rates[0] * rates[1]);
  });

  it('of one endpoint have no rate of both', () => {
    const { localControl, cohort } = shared;
    for (const rates of populationRates(truthOf({ cohort, localControl })).arms) {
      expect(rates.rates).toHaveLength(1);
      expect(rates).not.toHaveProperty('both');
    }
  });

  it('follow from long-run rates by the mixture cure', () => {
    const { latency: _, ...longRun } = shared.localControl;
    const cured = populationRates(truthOf({ ...shared, localControl: longRun }));
    const { shown } = truth.endpoints[0];
    expect(shown).toBeCloseTo(0.7794, 3);
    cured.arms.forEach(({ rates }, i) => {
      expect(found[i].rates[0]).toBeCloseTo(1 - (1 - rates[0]) * shown, 7);
    });
  });

  it('beyond three continuous characteristics are near, and not called exact', () => {
    const oddsRatios = {
      bmi: { ratio: 1.5, per: 10 },
      ageYears: { ratio: 1.2, per: 10 },
      tumourSizeCm: { ratio: 1.05, per: 1 },
      depthCm: { ratio: 0.9, per: 1 },
    };
    const heterogeneity = {
      bmi: { normal: { mean: 27, sd: 5 } },
      ageYears: { normal: { mean: 60, sd: 12 } },
      tumourSizeCm: { normal: { mean: 9, sd: 3 } },
      depthCm: { normal: { mean: 3, sd: 1 } },
    };
    const block = { model: 'logistic', intercept: -3.5, oddsRatios };
    const wide = populationRates(truthOf({ cohort: { heterogeneity }, woundComplication: block }));
    expect(wide.exact).toBe(false);
    // The linear predictor is normal: one dimension is enough
    const score = { normal: { mean: 0, sd: 1 } };
    const terms: [mean: number, sd: number, perUnit: number][] = [
      [27, 5, Math.log(1.5) / 10],
      [60, 12, Math.log(1.2) / 10],
      [9, 3, Math.log(1.05)],
      [3, 1, Math.log(0.9)],
    ];
    const shift = terms.reduce((sum, [mean, , slope]) => sum + mean * slope, 0);
    const spread = Math.sqrt(terms.reduce((sum, [, sd, slope]) => sum + (sd * slope) ** 2, 0));
    const narrow = populationRates(
      truthOf({
        cohort: { heterogeneity: { score } },
        woundComplication: {
          model: 'logistic',
          intercept: -3.5 + shift,
          oddsRatios: { score: { ratio: Math.exp(spread), per: 1 } },
        },
      }),
    );
    expect(narrow.exact).toBe(true);
    expect(wide.arms[0].rates[0]).toBeCloseTo(narrow.arms[0].rates[0], 4);
  });

  it('do not depend on how fine the first quadrature was: a steep model converges too', () => {
    const steep = truthOf({
      cohort: { heterogeneity: { alphaBetaGy: { logNormal: { median: 4.9, sigma: 1 } } } },
      localControl: { model: 'logistic', gamma50: 8, d50Gy: 45 },
    });
    const { arms: rates, exact: isExact } = populationRates(steep);
    expect(isExact).toBe(true);
    const model = steep.endpoints[0].model;
    const { columns, weights, count } = quadraturePopulation(steep.cohort, model.reads, 10);
    const out = new Float64Array(count);
    fillProbabilities(steep.endpoints[0], 1, columns, out, count);
    const fine = out.reduce((sum, p, i) => sum + p * weights[i], 0);
    expect(Math.abs(rates[1].rates[0] - fine)).toBeLessThan(1e-7);
  });
});

describe('stated rates', () => {
  const stated = (correlation?: number) => ({
    localControl: {
      model: 'statedRates',
      control: 0.93,
      experimental: 0.9,
      ...(correlation !== undefined && { correlation }),
    },
    woundComplication: { model: 'statedRates', control: 0.35, experimental: 0.3 },
  });

  it('are the rates, independent unless phi is stated', () => {
    const [control, experimental] = populationRates(truthOf(stated())).arms;
    expect(control.rates).toEqual([0.93, 0.35]);
    expect(control.both).toBeCloseTo(0.93 * 0.35, 15);
    expect(experimental.rates).toEqual([0.9, 0.3]);
  });

  it('have the stated phi', () => {
    const [{ rates, both }] = populationRates(truthOf(stated(-0.2))).arms;
    const [p, q] = rates;
    expect((both! - p * q) / Math.sqrt(p * (1 - p) * q * (1 - q))).toBeCloseTo(-0.2, 13);
  });

  it('refuse a phi out of its bounds', () => {
    expect(() => populationRates(truthOf(stated(0.9)))).toThrow('correlation 0.9 is out of its bounds');
  });
});

describe('the odds factor that puts an arm at its margin', () => {
  it('moves the marginal to the target, whatever the model', () => {
    const truth = truthOf(shared);
    truth.endpoints.forEach((endpoint) => {
      for (const target of [0.05, 0.35, 0.86, 0.999]) {
        const factor = oddsFactorToReach(truth, endpoint, 1, target)!;
        const { columns, weights, count } = quadraturePopulation(truth.cohort, endpoint.model.reads, 3);
        const p = new Float64Array(count);
        fillProbabilities(endpoint, 1, columns, p, count);
        const shifted = p.reduce((sum, value, i) => sum + weights[i] * shiftOdds(value, factor), 0);
        expect(Math.abs(shifted - target)).toBeLessThan(1e-7);
      }
    });
  });

  it('is 1 where the arm is at the target, and the ratio of odds for one stated rate', () => {
    const truth = truthOf({ localControl: { model: 'statedRates', control: 0.93, experimental: 0.9 } });
    expect(oddsFactorToReach(truth, truth.endpoints[0], 1, 0.9)).toBeCloseTo(1, 12);
    const factor = oddsFactorToReach(truth, truth.endpoints[0], 1, 0.86)!;
    expect(factor).toBeCloseTo(0.86 / 0.14 / 9, 12);
    expect(shiftOdds(0.9, factor)).toBeCloseTo(0.86, 14);
    expect([shiftOdds(0, 7), shiftOdds(1, 7)]).toEqual([0, 1]);
  });
});
