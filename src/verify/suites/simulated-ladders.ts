import type { ExactResult, ReplicatesResult } from '../../engine/batch-result.ts';
import { createBatchRunner } from '../../engine/run-batch.ts';
import { readScenario } from '../../scenario/read-scenario.ts';
import { readFigures } from '../../trial/escalation/escalation-figures.ts';
import { escalationProbability } from '../../trial/ladder/three-plus-three-escalation.ts';
import type { CaseDefinition } from '../case-definition.ts';
import { simulateCoverage } from '../simulate-coverage.ts';
import type { ShippedFiles, SuiteDefinition } from './definition.ts';

const TRIALS = 2000;
/** Of the largest of all levels; a right program exceeds them once in some 400 seeds, and the seed stays. */
const ERRORS_APART = 3.5;
const ROUNDING = 1e-12;
const LADDER = 'five-fraction-ladder';
const LEVELS = 3;
/** The methods of the ladder that have an exact value. */
const METHODS = ['boin', 'threePlusThree', 'crm'] as const;

/** Runs batches of the ladder, and knows where a method with a window stands among its plans. */
function ladderOf(files: ShippedFiles) {
  const { scenario, trial } = readScenario(files.scenario(LADDER), `${LADDER}.yaml`);
  const { plans } = trial.design.escalation!;
  return {
    runBatch: createBatchRunner(scenario),
    positionOf: (method: (typeof METHODS)[number], months: number): number =>
      plans.findIndex(({ name, windowMonths }) => name === method && windowMonths === months),
  };
}

/** The levels recommended in simulated trials less the exact probabilities, in standard errors: the most of all levels and none. */
function simulatedCase(files: ShippedFiles, name: (typeof METHODS)[number]): CaseDefinition {
  return {
    id: `simulated-${LADDER}-${name}`,
    title: `${LADDER}, ${name}, window of 24 months: levels recommended in ${TRIALS} trials simulated patient by patient less the exact probabilities, in Monte Carlo standard errors`,
    source: 'enumeration of every course of the trial on the population’s rates',
    expected: { errorsApart: 0 },
    tolerance: ERRORS_APART,
    compute: () => {
      const { runBatch, positionOf } = ladderOf(files);
      const position = positionOf(name, 24);
      const exact = (runBatch({ kind: 'exact', truth: 0 }) as ExactResult).escalation![position]!;
      const { recommended, none } = readFigures(exact.figures, LEVELS);
      const drawn = runBatch({ kind: 'replicates', truth: 0, from: 0, to: TRIALS }) as ReplicatesResult;
      const counts = new Array<number>(LEVELS + 1).fill(0);
      for (const level of drawn.escalation![position].recommended) counts[level]++;
      const apart = [none, ...recommended].map(
        (p, level) => Math.abs(counts[level] / TRIALS - p) / Math.sqrt((p * (1 - p)) / TRIALS),
      );
      return { errorsApart: Math.max(...apart) };
    },
  };
}

/** log-logistic through 1 % at 55 Gy and 16 % at 88 Gy EQD2, α/β 3 Gy: 5 × 6, 5 × 7, 5 × 8 Gy are 54, 70 and 88 Gy. */
function ratesByHand(): number[] {
  const logit = (p: number): number => Math.log(p / (1 - p));
  const slope = (logit(0.16) - logit(0.01)) / Math.log(88 / 55);
  return [54, 70, 88].map((eqd2Gy) => 1 / (1 + Math.exp(-logit(0.01) - slope * Math.log(eqd2Gy / 55))));
}

/** How often 3+3 recommends the highest of three levels: up twice, and at most one toxicity of six there. */
function highestByHand([low, middle, high]: readonly number[]): number {
  const q = 1 - high;
  const fifth = q * q * q * q * q;
  // (1 − p)⁶ + 6p(1 − p)⁵
  return escalationProbability(low) * escalationProbability(middle) * (q * fifth + 6 * high * fifth);
}

function closedFormCase(files: ShippedFiles): CaseDefinition {
  return {
    id: `${LADDER}-3+3-closed-form`,
    title: `${LADDER}: how often 3+3 recommends 5 × 8 Gy, with a window of 24 months and with one of 6, which amputations come after`,
    source: 'closed form: product of the probabilities of going up, on a log-logistic by hand',
    expected: { within24Months: highestByHand(ratesByHand()), within6Months: 1 },
    tolerance: ROUNDING,
    compute: () => {
      const { runBatch, positionOf } = ladderOf(files);
      const { escalation } = runBatch({ kind: 'exact', truth: 0 }) as ExactResult;
      const highestWithin = (months: number): number =>
        readFigures(escalation![positionOf('threePlusThree', months)]!.figures, LEVELS).recommended[2];
      return { within24Months: highestWithin(24), within6Months: highestWithin(6) };
    },
  };
}

const COVERAGE_TRIALS = 4000;
const REFERENCE_TRIALS = 400_000;
const COVERAGE_ERRORS = 4;

/** Coverage of trials simulated by another program: counts by binomial draws, the three-arm estimate in closed form. */
function coverageCase(
  files: ShippedFiles,
  name: string,
  trueGy: number,
  expected: { readonly delta: number; readonly fieller: number },
): CaseDefinition {
  const toleranceOf = (p: number): number =>
    COVERAGE_ERRORS * Math.sqrt(p * (1 - p) * (1 / COVERAGE_TRIALS + 1 / REFERENCE_TRIALS));
  return {
    id: `coverage-${name}`,
    title: `${name}: how often the delta interval and Fieller’s set of α/β hold ${trueGy} Gy, in ${COVERAGE_TRIALS} simulated trials`,
    source: `${REFERENCE_TRIALS} trials simulated in NumPy; tolerance of four combined Monte Carlo standard errors`,
    expected,
    tolerance: { delta: toleranceOf(expected.delta), fieller: toleranceOf(expected.fieller) },
    compute: () => ({
      ...simulateCoverage(
        readScenario(files.scenario(name), `${name}.yaml`).scenario,
        trueGy,
        COVERAGE_TRIALS,
      ),
    }),
  };
}

export const simulatedLadders: SuiteDefinition = {
  summary: 'Dose escalation, and α/β from the arms of a trial, simulated patient by patient.',
  cases: (files) => [
    closedFormCase(files),
    ...METHODS.map((name) => simulatedCase(files, name)),
    coverageCase(files, 'fast-alpha-beta', 2.7, { delta: 0.9421625, fieller: 0.951825 }),
    coverageCase(files, 'start-a-alpha-beta', 4, { delta: 0.90914, fieller: 0.9529575 }),
  ],
};
