import type { Trial } from '../scenario/trial.ts';
import type { AssuranceResult, BatchResult, ExactResult } from './batch-result.ts';
import type { Batch } from './plan.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import type { RunResult } from './result.ts';
import { showPatients } from './show-patients.ts';
import { createWorldsFold, type WorldsFold } from './worlds-fold.ts';

/**
 * Takes the results of a run's batches in the order of the plan, one at a time, and keeps what they come to, but none of
 * their columns: the next batch may write over these.
 */
export interface RunFold<Result> {
  add(batch: Batch, result: BatchResult): void;
  /** Simulated trials so far, of all truths and worlds. */
  rows(): number;
  /** What all batches come to. */
  result(): Promise<Result>;
}

/** The results of batches by what they are, those of replicates and worlds folded. */
export interface BatchFold extends Pick<RunFold<never>, 'add' | 'rows'> {
  /** By truth. */
  readonly exact: readonly ExactResult[];
  /** Undefined where the run draws no worlds. */
  readonly worlds: WorldsFold | undefined;
  assurance(): AssuranceResult | undefined;
  /** The patients to look at, where the cohort has α/β. */
  patients(): RunResult['patients'];
}

/**
 * Nothing of a run yet.
 *
 * @param truths what takes the replicates, by truth
 */
export function createBatchFold(
  trial: Trial,
  truths: readonly Pick<ReplicatesFold<unknown>, 'add'>[],
): BatchFold {
  const exact: ExactResult[] = [];
  const worlds = trial.scenario.simulation.worlds! > 0 ? createWorldsFold(trial) : undefined;
  let assurance: AssuranceResult | undefined;
  let patients: RunResult['patients'] = null;
  let rows = 0;
  return {
    add: (batch, result) => {
      if (result.kind === 'exact') exact.push(result);
      else if (result.kind === 'assurance') assurance = result;
      else if (result.kind === 'patients') patients = showPatients(trial, result);
      else {
        rows += result.columns?.rows ?? 0;
        if (result.kind === 'worlds') worlds!.add(result);
        else if (batch.kind === 'replicates') truths[batch.truth].add(result);
      }
    },
    rows: () => rows,
    exact,
    worlds,
    assurance: () => assurance,
    patients: () => patients,
  };
}
