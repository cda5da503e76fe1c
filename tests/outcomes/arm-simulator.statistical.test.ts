import { describe, expect, it } from 'vitest';
import { quadraturePopulation } from '../../src/cohort/population.ts';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { fillProbabilities } from '../../src/outcomes/endpoint-probabilities.ts';
import { createMarginShift } from '../../src/outcomes/margin-shift.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { purpose, uniformAt } from '../../src/random/stream.ts';
import { twoArms as arms } from '../fixtures/planned-arm.ts';

/** Beyond ±6 standard errors: 2e-9; and the seeds are fixed. */
const SCORE = 6;
const key = seedKey('statistical');
const truthAt = (medianGy: number, extra: object = {}): Truth =>
  createTruth(
    truthSchema.parse({
      cohort: {
        heterogeneity: {
          alphaBetaGy: { logNormal: { median: medianGy, sigma: 0.6 } },
          lowerLimb: { bernoulli: 0.6 },
        },
      },
      localControl: { model: 'logistic', gamma50: 1.5, d50Gy: 38 },
      ...extra,
    }),
    arms,
    { localControl: 3 },
  );

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1);
};
const total = (events: Uint8Array, count: number): number =>
  events.subarray(0, count).reduce((sum, x) => sum + x, 0);

/** Fourth central moment of Binomial(n, p). */
const fourthMoment = (n: number, p: number): number => {
  const v = n * p * (1 - p);
  return 3 * v * v + v * (1 - 6 * p * (1 - p));
};

describe('counts of an arm', () => {
  const N = 165;

  it('are binomial under heterogeneity alone: mean and variance of 4,000 replicates', () => {
    const REPLICATES = 4000;
    const truth = truthAt(4.9, {
      cohort: { heterogeneity: { alphaBetaGy: { logNormal: { median: 4.9, sigma: 1.2 } } } },
      localControl: { model: 'logistic', gamma50: 3, d50Gy: 44 },
    });
    const p = populationRates(truth).arms[1].rates[0];
    const simulator = createArmSimulator(truth, 1, N, 0, [undefined]);
    const counts = Array.from({ length: REPLICATES }, (_, replicate) => {
      simulator.simulate(key, 0, replicate, N);
      return total(simulator.outcomes.events[0], N);
    });
    const binomial = N * p * (1 - p);
    const error = Math.sqrt((fourthMoment(N, p) - binomial * binomial) / REPLICATES);
    expect(Math.abs(mean(counts) - N * p) / Math.sqrt(binomial / REPLICATES)).toBeLessThan(SCORE);
    expect(Math.abs(variance(counts) - binomial) / error).toBeLessThan(SCORE);
    // Were the same patients simulated again and again, the variance would lack N·Var(p): the test would see it
    const { columns, weights } = quadraturePopulation(truth.cohort, ['alphaBetaGy'], 5);
    const individual = new Float64Array(weights.length);
    fillProbabilities(truth.endpoints[0], 1, columns, individual, weights.length);
    const between = individual.reduce((sum, x, i) => sum + weights[i] * (x - p) ** 2, 0);
    expect(N * between).toBeGreaterThan(2 * SCORE * error);
  });

  it('vary by the binomial and the worlds’ rates where α/β is uncertain: several times the binomial', () => {
    const WORLDS = 600;
    const rates: number[] = [];
    const counts: number[] = [];
    for (let world = 1; world <= WORLDS; world++) {
      const u = uniformAt(key, { world, replicate: 0, purpose: purpose('median') });
      const truth = truthAt(1.5 + 12 * u);
      rates.push(populationRates(truth).arms[1].rates[0]);
      const simulator = createArmSimulator(truth, 1, N, 0, [undefined]);
      simulator.simulate(key, world, 0, N);
      counts.push(total(simulator.outcomes.events[0], N));
    }
    // Given the rates: Σ(count − Np)² has mean Σ Np(1 − p) and a variance from fourth moments
    const within = rates.map((p) => N * p * (1 - p));
    const squares = counts.map((count, w) => (count - N * rates[w]) ** 2);
    const spread = rates.reduce((sum, p, w) => sum + fourthMoment(N, p) - within[w] * within[w], 0);
    const excess = squares.reduce((sum, x, w) => sum + x - within[w], 0);
    expect(Math.abs(excess) / Math.sqrt(spread)).toBeLessThan(SCORE);
    // Law of total variance
    const expected = mean(within) + N * N * variance(rates);
    const pooled = N * mean(rates) * (1 - mean(rates));
    expect(expected / pooled).toBeGreaterThan(2);
    expect(variance(counts) / pooled).toBeGreaterThan(1.7);
    expect(variance(counts) / expected).toBeGreaterThan(1 - SCORE * Math.sqrt(2 / WORLDS));
    expect(variance(counts) / expected).toBeLessThan(1 + SCORE * Math.sqrt(2 / WORLDS));
  });
});

describe('simulated rates', () => {
  const PATIENTS = 200_000;
  const latency = { logNormal: { medianYears: 1.5, sigma: 0.9 } };
  const share = (events: Uint8Array): number => total(events, PATIENTS) / PATIENTS;
  const expectRate = (found: number, rate: number): void =>
    expect(Math.abs(found - rate) / Math.sqrt((rate * (1 - rate)) / PATIENTS)).toBeLessThan(SCORE);

  it.each([
    ['logistic with latency', { localControl: { model: 'logistic', gamma50: 1.5, d50Gy: 38, latency } }],
    [
      'residual disease with latency',
      {
        cohort: {
          heterogeneity: {
            sf2: { logLogNormal: { median: 0.52, sigma: 0.459 } },
            alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.6 } },
            lowerLimb: { bernoulli: 0.6 },
          },
        },
        localControl: { model: 'residualDisease', residualProbability: 0.6, maxLnClonogens: 18, latency },
      },
    ],
  ])('of %s and wounds are the population’s, and at their margins the target', (_, extra) => {
    const wound = { model: 'logistic', intercept: -1.2, oddsRatios: { lowerLimb: 2 } };
    const truth = truthAt(4.9, { ...extra, woundComplication: wound });
    const { arms: found, exact } = populationRates(truth);
    expect(exact).toBe(true);
    const targets = [0.8, 0.5];
    for (const position of [0, 1]) {
      const { rates, both } = found[position];
      const shifts = truth.endpoints.map((endpoint, e) =>
        createMarginShift(truth, endpoint, position, rates[e], targets[e]),
      );
      const simulator = createArmSimulator(truth, position, PATIENTS, 0.07, shifts);
      simulator.simulate(key, 0, 0, PATIENTS);
      const { events, marginEvents, evaluable } = simulator.outcomes;
      expectRate(share(events[0]), rates[0]);
      expectRate(share(events[1]), rates[1]);
      expectRate(share(events[0].map((x, i) => x & events[1][i])), both!);
      expectRate(share(marginEvents[0]), targets[0]);
      expectRate(share(marginEvents[1]), targets[1]);
      expectRate(share(evaluable), 0.93);
      // Evaluability is independent of outcome
      expectRate(share(events[0].map((x, i) => x & evaluable[i])), rates[0] * 0.93);
    }
  });

  it('of stated rates have the stated phi', () => {
    const truth = createTruth(
      truthSchema.parse({
        localControl: { model: 'statedRates', control: 0.8, experimental: 0.85, correlation: -0.3 },
        woundComplication: { model: 'statedRates', control: 0.35, experimental: 0.4 },
      }),
      arms,
      {},
    );
    const simulator = createArmSimulator(truth, 0, PATIENTS, 0, [undefined, undefined]);
    simulator.simulate(key, 0, 0, PATIENTS);
    const [control, wound] = simulator.outcomes.events;
    const both = 0.8 * 0.35 - 0.3 * Math.sqrt(0.8 * 0.2 * 0.35 * 0.65);
    expectRate(share(control), 0.8);
    expectRate(share(wound), 0.35);
    expectRate(share(control.map((x, i) => x & wound[i])), both);
  });
});
