import { timedScenario } from '../fixtures/timed-scenario.ts';

const LOOKS = {
  informationFractions: [0.5, 0.75, 1],
  efficacy: { lanDeMetsObrienFleming: {} },
  futility: { betaSpending: { spending: 'hwangShihDeCani', gamma: -2, power: 0.8 }, binding: false },
};

/** Times decide, with looks at failures, loss to follow-up, and a second truth. */
export const TIMED_LOOKS = JSON.stringify({
  ...JSON.parse(
    timedScenario({
      simulation: { replicates: 200 },
      design: {
        groupSequential: { ...LOOKS, plannedEvents: 47 },
        lostToFollowUp: { probability: 0.05, byYears: 3 },
      },
    }),
  ),
  truths: { worse: { 'truth.localControl.experimental': 0.86 } },
});

/** Times decide, a difference of cumulative incidences, beside death and metastasis. */
export const TIMED_COMPETING = JSON.stringify({
  ...JSON.parse(
    timedScenario({
      total: 160,
      simulation: { replicates: 40 },
      truth: {
        cohort: { heterogeneity: { sf2: 0.52, alphaBetaGy: 4.9 } },
        localControl: {
          model: 'residualDisease',
          residualProbability: 0.4,
          latency: { kind: 'promotionTime', logNormal: { medianYears: 1.5, sigma: 0.9 } },
        },
        competing: {
          deathPerYear: 0.05,
          metastasisPerYear: [{ untilYears: 2, perYear: 0.12 }, { perYear: 0.04 }],
          deathAfterMetastasisPerYear: 0.4,
        },
      },
      design: {
        accrual: { perMonth: 6, rampMonths: 12 },
        followUp: { events: { number: 60, withinYears: 7 } },
        timeNonInferiority: {
          endpoint: 'localControl',
          atYears: 3,
          margin: { difference: 0.1 },
          plannedControlRate: 0.7,
          oneSidedAlpha: 0.05,
          test: 'cumulativeIncidence',
        },
      },
    }),
  ),
  arms: { control: { schedule: '14 x 3 Gy' }, experimental: { schedule: '5 x 6 Gy' } },
});

/** Counts decide, with looks at patients of two arms. */
export const COUNT_LOOKS = JSON.stringify({
  isoeffect: 1,
  title: 'Counts with looks',
  seed: 'count-looks',
  arms: { control: {}, experimental: {} },
  truth: { localControl: { model: 'statedRates', control: 0.8, experimental: 0.8 } },
  truths: { worse: { 'truth.localControl.experimental': 0.7 } },
  design: {
    total: 120,
    accrual: { perMonth: 10 },
    nonInferiority: {
      endpoint: 'localControl',
      atYears: 3,
      margin: 0.1,
      oneSidedAlpha: 0.05,
      test: 'farringtonManning',
    },
    groupSequential: { ...LOOKS, futility: { fixedZ: { z: 0 }, binding: true } },
  },
  simulation: { replicates: 200, worlds: 0 },
});

/** A year’s trial in which no patient ever fails: nothing can be estimated. */
export const NO_FAILURE = timedScenario({
  control: 1,
  total: 30,
  simulation: { replicates: 40 },
  design: {
    accrual: { perMonth: 20, pattern: 'uniform' },
    followUp: { calendar: { years: 1 } },
    timeNonInferiority: {
      endpoint: 'localControl',
      atYears: 0.75,
      margin: { hazardRatio: 2 },
      plannedControlRate: 0.97,
      oneSidedAlpha: 0.05,
      test: 'logRank',
    },
  },
});
