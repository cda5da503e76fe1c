import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial, type Trial } from '../scenario/trial.ts';
import { listAssumptions } from './assumptions.ts';
import type {
  AssuranceResult,
  BatchResult,
  ExactResult,
  PatientsResult,
  ReplicatesResult,
  WorldsResult,
} from './batch-result.ts';
import { mergeTruth } from './merge-truth.ts';
import { mergeAssurance, summariseWorlds } from './merge-worlds.ts';
import { type Batch, planBatches } from './plan.ts';
import type { RunResult } from './result.ts';
import { resultHead } from './result-head.ts';
import { resultWarnings } from './result-warnings.ts';
import { summariseClaims } from './summarise-claims.ts';
import { timeResultWarnings } from './time-warnings.ts';

/** Batch results in the order of the plan, by kind. */
export interface SortedResults {
  readonly exact: readonly ExactResult[];
  /** By truth. */
  readonly replicates: readonly (readonly ReplicatesResult[])[];
  readonly worlds: readonly WorldsResult[];
  readonly assurance: AssuranceResult | undefined;
  readonly patients: PatientsResult;
}

/** Sorts the results of a finished plan by what they are. */
export function sortResults(
  batches: readonly Batch[],
  results: readonly BatchResult[],
  truths: number,
): SortedResults {
  const of = <Kind extends BatchResult['kind']>(kind: Kind) =>
    results.filter((result): result is Extract<BatchResult, { kind: Kind }> => result.kind === kind);
  const replicates = Array.from({ length: truths }, (_, truth) =>
    results.filter((result, i): result is ReplicatesResult => {
      const batch = batches[i];
      return result.kind === 'replicates' && batch.kind === 'replicates' && batch.truth === truth;
    }),
  );
  return {
    exact: of('exact'),
    replicates,
    worlds: of('worlds'),
    assurance: of('assurance')[0],
    patients: of('patients')[0],
  };
}

/**
 * The result of a run from the results of its batches, in the order of {@link planBatches}.
 *
 * @param warnings what reading the scenario was worth saying
 * @param trial the scenario brought to life, where that was done before
 */
export async function mergeResults(
  scenario: Scenario,
  results: readonly BatchResult[],
  warnings: readonly string[],
  trial: Trial = createTrial(scenario),
): Promise<RunResult> {
  const { exact, replicates, worlds, assurance, patients } = sortResults(
    planBatches(scenario),
    results,
    trial.truthNames.length,
  );
  const hasWorlds = worlds.length > 0;
  const truths = trial.truthNames.map((_, index) =>
    mergeTruth(trial, index, exact[index], replicates[index]),
  );
  return {
    ...(await resultHead(trial)),
    claims: summariseClaims(trial, replicates[0]),
    truths,
    assurance: hasWorlds ? mergeAssurance(trial, worlds, assurance) : null,
    worldsSummary: hasWorlds ? summariseWorlds(trial, worlds) : null,
    patients: showPatients(trial, patients),
    assumptions: listAssumptions(scenario),
    warnings: [...warnings, ...resultWarnings(trial, exact), ...timeResultWarnings(trial, truths)],
  };
}

/** The patients to look at, where the cohort has α/β. */
export function showPatients(
  trial: Trial,
  { alphaBetaGy, controlProbability }: PatientsResult,
): RunResult['patients'] {
  if (!alphaBetaGy || !controlProbability) return null;
  return {
    alphaBetaGy: Array.from(alphaBetaGy),
    controlProbability: Object.fromEntries(
      trial.arms.map(({ name }, a) => [name, Array.from(controlProbability[a])]),
    ),
  };
}
