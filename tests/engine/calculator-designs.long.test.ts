import { describe, expect, it } from 'vitest';
import { createColumns, createReplicateSimulator } from '../../src/engine/simulate-replicates.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { calculators } from '../../src/trial/calculators/index.ts';

/** A question to a calculator of times. */
interface Question {
  readonly controlRate: number;
  readonly experimentalRate?: number;
  readonly atYears: number;
  readonly shape?: number;
  readonly [key: string]: unknown;
}

const REPLICATES = 1500;
/** Four standard errors: of two sides, one false alarm in 16,000. */
const MOST_ERRORS = 4;
/**
 * How far the power that a calculator takes for true lies from a simulated one, measured with 30,000 replicates of these
 * questions (standard error 0.0023). Score by quadrature: 0.0081, 0.0013, −0.0004, 0.0021, the largest where 46 failures are
 * far from normal. Greenwood's variance against complementary log-log limits: −0.0071, −0.0095.
 */
const GAP = { logRank: 0.01, kaplanMeierDifference: 0.012 };

const ask = (kind: string, question: Question) => {
  const { parameters, solve } = calculators[kind];
  return solve(parameters.parse(question));
};

/** The scenario of an answer: the rates at the time, by hazards that keep their ratio. */
function scenarioOf(design: object, { controlRate, experimentalRate, atYears, shape = 1 }: Question): string {
  return JSON.stringify({
    isoeffect: 1,
    title: 'A calculator’s design',
    seed: 'calculators',
    arms: { control: {}, experimental: {} },
    truth: {
      localControl: {
        model: 'statedRates',
        control: controlRate,
        experimental: experimentalRate ?? controlRate,
        latency: { kind: 'proportionalHazards', weibull: { atYears, shape } },
      },
    },
    design,
    simulation: { replicates: 100, worlds: 0 },
  });
}

/** Power, mean failures and mean years to the analysis. */
function simulate(text: string) {
  const trial = createTrial(readScenario(text, 'x.yaml').scenario);
  const columns = createColumns(trial, 1, 1);
  const simulator = createReplicateSimulator(trial, trial.truth(0), []);
  let [passing, failures, squares, days] = [0, 0, 0, 0];
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    simulator.simulate(0, replicate, columns, 0);
    const seen = columns.times!.failures[0];
    passing += columns.passes[0];
    failures += seen;
    squares += seen * seen;
    days += columns.course!.days[0];
  }
  const mean = failures / REPLICATES;
  return {
    power: passing / REPLICATES,
    failures: mean,
    failuresError: Math.sqrt((squares / REPLICATES - mean * mean) / REPLICATES),
    years: days / REPLICATES / 365.25,
  };
}

const logRank: Question[] = [
  { controlRate: 0.93, atYears: 3, margin: 0.07, accrualYears: 4, followUpYears: 3, loss: 0.05 },
  {
    controlRate: 0.9,
    atYears: 3,
    hazardRatioMargin: 2.078,
    total: 400,
    accrualYears: 4,
    followUpYears: 3,
    allocation: 2,
  },
  {
    controlRate: 0.5,
    atYears: 5,
    experimentalRate: 0.65,
    accrualYears: 3,
    rampYears: 1,
    perPatientYears: 5,
    power: 0.85,
  },
  {
    controlRate: 0.7,
    atYears: 3,
    experimentalRate: 0.8,
    accrualYears: 3,
    total: 300,
    events: 90,
    shape: 0.8,
  },
];
const kaplanMeier: Question[] = [
  { controlRate: 0.7, atYears: 5, experimentalRate: 0.8, total: 600, accrualYears: 3, followUpYears: 4 },
  { controlRate: 0.85, atYears: 3, margin: 0.1, accrualYears: 2, perPatientYears: 3, loss: 0.1, power: 0.85 },
];

describe('the design of a calculator of times does what the calculator says', () => {
  it.each(logRank)('logRank: %j', (question) => {
    const { design, numbers } = ask('logRank', question);
    const { power, failures, failuresError, years } = simulate(scenarioOf(design!, question));
    const { scoreByQuadrature } = numbers.byMethod as { scoreByQuadrature: { power: number } };
    const expected = scoreByQuadrature.power;
    const error = Math.sqrt((expected * (1 - expected)) / REPLICATES);
    expect(Math.abs(power - expected)).toBeLessThan(GAP.logRank + MOST_ERRORS * error);
    const perPatient = numbers.eventProbability as number;
    const planned = (numbers.total as number) * perPatient;
    expect(Math.abs(failures - planned)).toBeLessThan(MOST_ERRORS * failuresError);
    // Of n patients at random within the accrual the last comes at n/(n + 1) of it, on average
    const { accrualYears } = question as unknown as { accrualYears: number };
    const early =
      question.events === undefined && question.rampYears === undefined
        ? accrualYears / ((numbers.total as number) + 1)
        : 0;
    expect(Math.abs(years - ((numbers.analysisYears as number) - early))).toBeLessThan(0.01);
  });

  it.each(kaplanMeier)('kaplanMeierDifference: %j', (question) => {
    const { design, numbers } = ask('kaplanMeierDifference', question);
    const { power } = simulate(scenarioOf(design!, question));
    const expected = numbers.power as number;
    const error = Math.sqrt((expected * (1 - expected)) / REPLICATES);
    expect(Math.abs(power - expected)).toBeLessThan(GAP.kaplanMeierDifference + MOST_ERRORS * error);
  });
});

describe('a calculator of times gives a design', () => {
  const planned: Question = { controlRate: 0.9, atYears: 3, margin: 0.08, accrualYears: 4, followUpYears: 3 };
  const designOf = (changes: object) => ask('logRank', { ...planned, ...changes }).design;

  it.each<[object, object]>([
    [
      {},
      {
        followUp: { afterLast: { years: 3 } },
        timeNonInferiority: { margin: { difference: 0.08 }, plannedControlRate: 0.9, oneSidedAlpha: 0.05 },
      },
    ],
    [{ followUpYears: undefined, perPatientYears: 3 }, { followUp: { perPatient: { years: 3 } } }],
    [{ rampYears: 1, total: 420 }, { accrual: { perMonth: 10, pattern: 'uniform', rampMonths: 12 } }],
    [{ loss: 0.1, lossByYears: 5 }, { lostToFollowUp: { probability: 0.1, byYears: 5 } }],
    [
      { hazardRatioMargin: 2, leads: 'hazardRatio' },
      { timeNonInferiority: { margin: { hazardRatio: 2, difference: 0.08, leads: 'hazardRatio' } } },
    ],
    [{ twoSidedAlpha: 0.05 }, { timeNonInferiority: { oneSidedAlpha: 0.025 } }],
    [
      { margin: undefined, hazardRatio: 0.6, oneSidedAlpha: 0.025 },
      { timeSuperiority: { twoSidedAlpha: 0.05, test: 'logRank' } },
    ],
  ])('with %j', (changes, design) => {
    expect(designOf(changes)).toMatchObject(design);
    expect(() => readScenario(scenarioOf(designOf(changes)!, planned), 'x.yaml')).not.toThrow();
  });

  it.each<[what: string, changes: object]>([
    ['how patients come is not said', { accrualYears: undefined }],
    ['nor how long they are followed', { accrualYears: undefined, followUpYears: undefined }],
    ['the trial and each patient have limits of their own', { perPatientYears: 5 }],
    [
      'patients are followed for less than the time of the claim',
      { followUpYears: undefined, perPatientYears: 2 },
    ],
    ['patients are too many', { margin: 0.005 }],
  ])('but none where %s', (_, changes) => {
    expect(designOf(changes)).toBeUndefined();
  });
});
