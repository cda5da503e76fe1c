import type { Scenario } from '../scenario/scenario-schema.ts';
import { uncertainLaws } from '../scenario/truth-specs.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { createDesign, type Design } from '../trial/design.ts';
import type { EscalationSpec } from '../trial/escalation/escalation-schema.ts';
import { isMixed } from '../trial/exact-design.ts';
import type { OneArmTest, TwoArmTest } from '../trial/tests/definition.ts';
import { tests } from '../trial/tests/index.ts';
import { countBatches, patientsPerReplicate } from './plan.ts';
import { createBatchRunner } from './run-batch.ts';

/** What a run will take. */
export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
}

/** Runs smaller than all of these are not measured first: they take seconds. */
const SMALL_PATIENTS = 20_000_000;
const SMALL_WORLDS = 3000;
const SMALL_EXACT_SECONDS = 60;

/**
 * What a run holds, in bytes: program and threads with the batches at hand; of a batch its place in plan and checkpoint; of
 * a world its power and whether it is true, twice over where they are split, and its increments where there is a burden; of an estimate of an aim its value, error and
 * sets, and what is sorted. Trials without an aim are folded and forgotten.
 */
const BYTES = { run: 200e6, batch: 250, world: 25, increments: 60, estimate: 60 };
/** Worlds that the exact assurance looks at, by the number of uncertain values. */
const WORLDS_OF_ASSURANCE = [0, 250, 2100];

const truthsOf = (scenario: Scenario): number => 1 + Object.keys(scenario.truths).length;

/** Simulated trials of a run. */
function simulatedTrials(scenario: Scenario): number {
  const { replicates, worlds, replicatesPerWorld } = scenario.simulation;
  return truthsOf(scenario) * replicates + worlds! * replicatesPerWorld;
}

/** Time on so many threads and memory that a run will take; undefined where all of it is small. */
export function estimateCost(scenario: Scenario, workers: number): Cost | undefined {
  const isSmall =
    simulatedTrials(scenario) * patientsPerReplicate(scenario) <= SMALL_PATIENTS &&
    scenario.simulation.worlds! <= SMALL_WORLDS &&
    truthsOf(scenario) * exactSeconds(scenario) <= SMALL_EXACT_SECONDS;
  return isSmall ? undefined : measureCost(scenario, workers);
}

/**
 * Time on so many threads and memory that a run will take, however small: a few replicates and worlds of it are timed,
 * enumeration over evaluable counts is reckoned.
 */
export function measureCost(scenario: Scenario, workers: number): Cost {
  const { replicates, worlds } = scenario.simulation;
  const uncertain = uncertainLaws(scenario).length;
  const truths = truthsOf(scenario);
  const exact = truths * exactSeconds(scenario);
  const runBatch = createBatchRunner(scenario);
  const perReplicate = secondsEach(replicates, (count) =>
    runBatch({ kind: 'replicates', truth: 0, from: 0, to: count }),
  );
  const perWorld = secondsEach(worlds!, (count) => runBatch({ kind: 'worlds', from: 1, to: 1 + count }));
  const ofAssurance = worlds! > 0 ? (WORLDS_OF_ASSURANCE[uncertain] ?? 0) : 0;
  return {
    seconds: (truths * replicates * perReplicate + (worlds! + ofAssurance) * perWorld + exact) / workers,
    bytes:
      BYTES.run +
      countBatches(scenario) * BYTES.batch +
      worlds! * (BYTES.world + (scenario.burden ? BYTES.increments : 0)) +
      (scenario.design.estimate ? truths * replicates * BYTES.estimate : 0) +
      (scenario.design.escalation ? truths * replicates * planBytes(scenario.design.escalation) : 0),
  };
}

/** Bytes a replicate of dose escalation: the months of every plan. */
const planBytes = ({ methods, windowMonths }: EscalationSpec): number =>
  methods.length * [windowMonths].flat().length * Float64Array.BYTES_PER_ELEMENT;

/** Seconds for one evaluation of a test. */
const SECONDS_PER_TEST = 1e-7;
/** Counts of a binomial that matter, by the root of the size: 17 standard deviations at a rate of 20 or 80 %. */
const COUNTS_PER_ROOT = 7;

/** Seconds of enumeration under one truth: a pass window for each pair of evaluable counts, power and nulls; none where times decide. */
export function exactSeconds(scenario: Scenario): number {
  const design = createDesign(scenario.design, Object.keys(scenario.arms).length);
  if (design.claims.some(isTimeClaim)) return 0;
  return design.claims.reduce((sum, claim) => {
    const { sizes } = design;
    const compared = claim.arm === undefined ? sizes : [sizes[0], sizes[claim.arm]];
    const preparing = !isTimeClaim(claim) && claim.test ? secondsPerSizes(tests[claim.test]) : 0;
    return sum + comparisonSeconds(design, compared, preparing);
  }, 0);
}

/** Seconds of enumeration of one claim on arms of such sizes, a test taking so many to prepare for each pair of them. */
function comparisonSeconds(design: Design, sizes: readonly number[], preparing: number): number {
  const u = design.unevaluable;
  const product = (of: (size: number) => number): number => sizes.reduce((all, size) => all * of(size), 1);
  const pairs = isMixed(design) ? product((n) => Math.min(n + 1, 1 + 13 * Math.sqrt(n * u * (1 - u)))) : 1;
  const cells = product((n) => Math.min(n + 1, COUNTS_PER_ROOT * Math.sqrt(n)));
  return pairs * (cells * 2 * SECONDS_PER_TEST + preparing);
}

/** Seconds to prepare a test for a pair of sizes. */
const secondsPerSizes = (test: OneArmTest | TwoArmTest): number =>
  test.arms === 2 ? (test.secondsPerSizes ?? 0) : 0;

/** Work is timed for so long at least: before, code is still being compiled. */
const LEAST_TIMED_SECONDS = 0.1;

/** Seconds for one of `most` equal pieces of work: of ever more of them, until their time is long enough to go by; 0 where there are none. */
function secondsEach(most: number, work: (count: number) => void): number {
  if (most === 0) return 0;
  for (let count = 1; ; count *= 4) {
    const some = Math.min(count, most);
    const start = performance.now();
    work(some);
    const seconds = (performance.now() - start) / 1000;
    if (some === most || seconds >= LEAST_TIMED_SECONDS) return seconds / some;
  }
}
