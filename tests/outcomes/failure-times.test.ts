import { describe, expect, it } from 'vitest';
import { createArmSimulator } from '../../src/outcomes/arm-simulator.ts';
import { competingCounts, competingRates } from '../../src/outcomes/competing-rates.ts';
import { createFailureCurve } from '../../src/outcomes/failure-curve.ts';
import { createMarginShift } from '../../src/outcomes/margin-shift.ts';
import { populationRates } from '../../src/outcomes/population-rates.ts';
import { createTruth, type Truth } from '../../src/outcomes/truth.ts';
import { truthSchema } from '../../src/outcomes/truth-schema.ts';
import { shareFailedBy } from '../../src/radiobiology/latency.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { twoArms } from '../fixtures/planned-arm.ts';

/** Beyond ±6 standard errors: 2e-9 a look, fewer than 200 looks; and the seed is fixed. */
const SCORE = 6;
const COUNT = 100_000;
const AT_YEARS = 3;
const TIMES = [0.5, 1, 2, 3, 5, 8];
const key = seedKey('failure times');
const logNormal = { medianYears: 1.5, sigma: 0.9 };
const heterogeneity = {
  sf2: 0.6,
  alphaBetaGy: { logNormal: { median: 4.9, sigma: 0.4 } },
  highGrade: { bernoulli: 0.4 },
};
const truthOf = (localControl: object, extra: object = {}): Truth =>
  createTruth(truthSchema.parse({ cohort: { heterogeneity }, localControl, ...extra }), twoArms, {
    localControl: AT_YEARS,
  });

const expectShare = (found: number, rate: number, what: string): void =>
  expect(Math.abs(found - rate), what).toBeLessThanOrEqual(
    SCORE * Math.sqrt((rate * (1 - rate)) / COUNT) + 1e-12,
  );
const shareBy = (times: Float64Array, years: number): number =>
  times.reduce((sum, time) => sum + (time <= years ? 1 : 0), 0) / COUNT;

const logistic = { model: 'logistic', gamma50: 1.5, d50Gy: 38 };
const models: [what: string, block: object][] = [
  ['mixture cure', { ...logistic, latency: { kind: 'mixtureCure', logNormal } }],
  ['promotion time', { ...logistic, latency: { kind: 'promotionTime', logNormal } }],
  [
    'proportional hazards from another time',
    { ...logistic, latency: { kind: 'proportionalHazards', weibull: { atYears: 2, shape: 1.4 } } },
  ],
  [
    'stated rates with a constant hazard',
    {
      model: 'statedRates',
      control: 0.93,
      experimental: 0.86,
      latency: { kind: 'proportionalHazards', weibull: { atYears: AT_YEARS } },
    },
  ],
];

describe.each(models)('times of failure, %s', (_, block) => {
  const truth = truthOf(block);
  const [endpoint] = truth.endpoints;
  const curve = createFailureCurve(truth, endpoint);
  const target = 0.8;
  const shift = createMarginShift(truth, endpoint, 1, populationRates(truth).arms[1].rates[0], target);
  const simulator = createArmSimulator(truth, 1, COUNT, 0, [shift], { timedAtMargin: [0] });
  simulator.simulate(key, 0, 0, COUNT);
  const { failureYears, marginFailureYears, events, marginEvents } = simulator.outcomes;

  it('follow the population’s curve, before and after the time of the endpoint', () => {
    for (const years of TIMES)
      expectShare(shareBy(failureYears[0], years), curve.at(1, years), `${years} years`);
    expect(curve.isExact()).toBe(true);
    expect(events[0].every((flag, i) => (flag === 1) === failureYears[0][i] > AT_YEARS)).toBe(true);
  });

  it('reach the margin at the endpoint’s time, by the same law of time', () => {
    expect(marginEvents[0].every((flag, i) => (flag === 1) === marginFailureYears[0][i] > AT_YEARS)).toBe(
      true,
    );
    expectShare(shareBy(marginFailureYears[0], AT_YEARS), 1 - target, 'the target');
    // Of the failures by the time, so many come by an earlier one: F(t)/F for mixture cure
    const latency = endpoint.latency!;
    if (latency.kind === 'mixtureCure')
      for (const years of TIMES)
        expectShare(
          shareBy(marginFailureYears[0], years),
          ((1 - target) * shareFailedBy(years, latency)) / endpoint.shown,
          `${years} years`,
        );
    // Of patients who are all alike: S(t) = p^(F(t)/F)
    else if (endpoint.reads.length === 0)
      for (const years of TIMES)
        expectShare(
          shareBy(marginFailureYears[0], years),
          1 - Math.exp((shareFailedBy(years, latency) / endpoint.shown) * Math.log(target)),
          `${years} years`,
        );
  });
});

describe('death and metastasis that share a characteristic with failure', () => {
  const competing = {
    deathPerYear: 0.03,
    metastasisPerYear: [{ untilYears: 2, perYear: 0.1 }, { perYear: 0.03 }],
    hazardRatios: {
      metastasis: { highGrade: 4, alphaBetaGy: { ratio: 1.5, per: 2, from: 4.9 } },
      death: { highGrade: 2 },
    },
  };
  const latency = { kind: 'promotionTime', logNormal };
  const block = { model: 'logistic', gamma50: 3, d50Gy: 44, latency };

  it.each([
    ['hazards to the end', {}],
    ['death after metastasis', { deathAfterMetastasisPerYear: 0.5 }],
  ])('are simulated at their exact rates: %s', (_, extra) => {
    const truth = truthOf(block, { competing: { ...competing, ...extra } });
    const rates = competingRates(truth)!;
    expect(rates.exact).toBe(true);
    const simulator = createArmSimulator(truth, 1, COUNT, 0, []);
    simulator.simulate(key, 0, 1, COUNT);
    competingCounts.forEach((name, k) => {
      expectShare(simulator.outcomes.competing[k] / COUNT, rates.arms[1][k], name);
    });
  });

  it('move the cumulative incidence of failure that independent ones of the same marginal would leave', () => {
    const related = competingRates(truthOf(block, { competing }))!.arms[1];
    const unrelated = competingRates(
      truthOf(block, { competing: { ...competing, hazardRatios: { metastasis: { highGrade: 4 } } } }),
    )!.arms[1];
    // α/β drives both metastasis and failure: those who would fail get metastases first, or die
    expect(Math.abs(related[2] - unrelated[2])).toBeGreaterThan(1e-4);
  });
});
