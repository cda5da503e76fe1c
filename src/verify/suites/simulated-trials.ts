import { readScenario } from '../../scenario/read-scenario.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import type { CaseDefinition } from '../case-definition.ts';
import { droppedArmsCase } from '../dropped-arms-case.ts';
import { manyToOneCase } from '../many-to-one-case.ts';
import { simulateClaim } from '../simulate-claim.ts';
import { simulateIncidences } from '../simulate-incidences.ts';
import eventValues from '../values/event-values.json' with { type: 'json' };
import type { ShippedFiles, SuiteDefinition } from './definition.ts';

/** Trials simulated elsewhere, in R, for each power that is compared. */
const REFERENCE_TRIALS = 200_000;
/** Between two simulations that estimate the same; a right program exceeds them once in 16 thousand seeds. */
const ERRORS_APART = 4;
/** Standard errors of the simulation of 408 patients elsewhere, which gives no number of trials. */
const STORY_ERRORS = { power: 0.005, typeIError: 0.003 };
const STORY_ERRORS_APART = 3;
const STORY_TRIALS = 800;

/** Hazard ratios, with trials enough for the power of each. */
const ratios = [
  [0.7, 800],
  [1, 2600],
  [0.5, 800],
] as const;

/** Variance of a simulated share. */
const variance = (share: number, trials: number): number => (share * (1 - share)) / trials;

const scenarioOf = (data: object): Scenario =>
  readScenario(JSON.stringify({ isoeffect: 1, seed: 'verify', ...data }), 'verify').scenario;

/** 150 an arm in two years, analysed at three; median control 2 years, 5 % lost a year. */
const superiorityAt = (hazardRatio: number): Scenario =>
  scenarioOf({
    title: `hazard ratio ${hazardRatio}`,
    arms: { control: {}, experimental: {} },
    truth: {
      localControl: {
        model: 'statedRates',
        control: 0.5,
        experimental: Math.exp(-hazardRatio * Math.LN2),
        latency: { kind: 'proportionalHazards', weibull: { atYears: 2 } },
      },
    },
    design: {
      total: 300,
      accrual: { perMonth: 12.5, pattern: 'uniform' },
      followUp: { calendar: { years: 3 } },
      lostToFollowUp: { probability: 0.05, byYears: 1 },
      timeSuperiority: { endpoint: 'localControl', atYears: 2, twoSidedAlpha: 0.05, test: 'logRank' },
    },
  });

function powerCase(hazardRatio: number, trials: number): CaseDefinition {
  const { power } = eventValues.find(({ id }) => id === `log-rank-power-hr-${hazardRatio}`)!.expected as {
    power: number;
  };
  return {
    id: `simulated-log-rank-hr-${hazardRatio}`,
    title: `log-rank test, one-sided 2.5 %, 150 an arm, hazard ratio ${hazardRatio}: power of ${trials} simulated trials`,
    source: '200 000 trials simulated in R 4.2.2; tolerance of four combined Monte Carlo standard errors',
    expected: { power },
    tolerance: ERRORS_APART * Math.sqrt(variance(power, REFERENCE_TRIALS) + variance(power, trials)),
    compute: () => ({ power: simulateClaim(superiorityAt(hazardRatio), trials).power }),
  };
}

function storyCase(files: ShippedFiles): CaseDefinition {
  const expected = { power: 0.795, typeIError: 0.053 };
  const toleranceOf = (figure: keyof typeof expected): number =>
    STORY_ERRORS_APART *
    Math.sqrt(STORY_ERRORS[figure] * STORY_ERRORS[figure] + variance(expected[figure], STORY_TRIALS));
  return {
    id: 'simulated-sts-log-rank',
    title: `sts-log-rank: log-rank score at a hazard ratio of 2.078, 408 patients, one-sided 5 %: power and type I error of ${STORY_TRIALS} simulated trials`,
    source: 'trials simulated by another program, with standard errors of 0.005 and 0.003',
    expected,
    tolerance: { power: toleranceOf('power'), typeIError: toleranceOf('typeIError') },
    compute: () => ({
      ...simulateClaim(
        readScenario(files.scenario('sts-log-rank'), 'sts-log-rank.yaml').scenario,
        STORY_TRIALS,
      ),
    }),
  };
}

const HAZARDS = { failure: 0.02, death: 0.08 };
const INCIDENCE_YEARS = 5;
const INCIDENCE_PATIENTS = 20_000;
/** Beyond five standard errors of either estimate the two would be taken for each other. */
const INCIDENCE_ERRORS_APART = 5;

const competingScenario = (): Scenario =>
  scenarioOf({
    title: 'death competes with failure',
    arms: { control: {}, experimental: {} },
    truth: {
      localControl: {
        model: 'statedRates',
        control: Math.exp(-HAZARDS.failure * INCIDENCE_YEARS),
        experimental: Math.exp(-HAZARDS.failure * INCIDENCE_YEARS),
        latency: { kind: 'proportionalHazards', weibull: { atYears: INCIDENCE_YEARS } },
      },
      competing: { deathPerYear: HAZARDS.death },
    },
    design: {
      perArm: INCIDENCE_PATIENTS / 2,
      accrual: { perMonth: INCIDENCE_PATIENTS, pattern: 'even' },
      followUp: { perPatient: { years: INCIDENCE_YEARS } },
      timeSuperiority: {
        endpoint: 'localControl',
        atYears: INCIDENCE_YEARS,
        twoSidedAlpha: 0.05,
        test: 'cumulativeIncidence',
      },
    },
  });

function incidenceCase(): CaseDefinition {
  const { incidence, naive } = eventValues.find(({ id }) => id === 'competing-hazards-0.02-0.08')!
    .expected as { incidence: number; naive: number };
  const all = HAZARDS.failure + HAZARDS.death;
  // Greenwood: n Var S = S² λ₁ (e^((λ₁ + λ₂)t) − 1) / (λ₁ + λ₂)
  const ofNaive = ((1 - naive) * (1 - naive) * HAZARDS.failure * Math.expm1(all * INCIDENCE_YEARS)) / all;
  return {
    id: 'simulated-incidences',
    title: `hazards of 0.02 of failure and 0.08 of death a year: Aalen–Johansen and one minus Kaplan–Meier at ${INCIDENCE_YEARS} years of ${INCIDENCE_PATIENTS} simulated patients`,
    source: 'closed form in R 4.2.2; tolerance of five standard errors of each estimate',
    expected: { incidence, naive },
    tolerance: {
      incidence: INCIDENCE_ERRORS_APART * Math.sqrt(variance(incidence, INCIDENCE_PATIENTS)),
      naive: INCIDENCE_ERRORS_APART * Math.sqrt(ofNaive / INCIDENCE_PATIENTS),
    },
    compute: () => ({ ...simulateIncidences(competingScenario(), INCIDENCE_YEARS) }),
  };
}

export const simulatedTrials: SuiteDefinition = {
  summary: 'Trials simulated patient by patient, against simulation elsewhere and closed forms.',
  cases: (files) => [
    ...ratios.map(([hazardRatio, trials]) => powerCase(hazardRatio, trials)),
    storyCase(files),
    incidenceCase(),
    manyToOneCase(),
    droppedArmsCase(),
  ],
};
