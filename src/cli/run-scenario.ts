import type { AnyResult } from '../engine/any-result.ts';
import { type Batch, planBatches } from '../engine/plan.ts';
import { createRunFold } from '../engine/run-fold.ts';
import type { BatchHeader } from '../node/batch-header.ts';
import { type Checkpoint, checkpointFile, openCheckpoint } from '../node/checkpoint.ts';
import { foldInOrder } from '../node/fold-in-order.ts';
import type { BatchThreads } from '../node/thread-pool.ts';
import type { Trial } from '../scenario/trial.ts';
import type { RunCommands } from './read-run.ts';
import { runBatches } from './run-batches.ts';

/** What running the batches gave. */
export interface RunOutcome {
  readonly result: AnyResult;
  readonly batches: readonly Batch[];
  /** Simulated trials, of all truths and worlds. */
  readonly rows: number;
  /** Holds the batches' results until the run is written; to be closed then. */
  readonly checkpoint: Checkpoint;
  /** Batches taken over from an earlier run. */
  readonly kept: number;
}

/** How a run is carried out; none of it changes its result. */
export interface RunPlan {
  /** What the folder may hold already of the same run is taken over. */
  readonly folder: string;
  readonly header: BatchHeader;
  readonly threads: BatchThreads;
  readonly commands: RunCommands;
}

/**
 * Runs the scenario of a trial in threads, keeping each finished batch in the folder, and folds them as they come.
 *
 * @throws Interrupted after Ctrl-C, saying what is kept and how to go on
 */
export async function runScenario(
  trial: Trial,
  { folder, header, threads, commands }: RunPlan,
): Promise<RunOutcome> {
  const { scenario } = trial;
  const batches = planBatches(scenario);
  const where = checkpointFile(folder);
  const checkpoint = openCheckpoint(where, header, batches);
  const fold = createRunFold(trial, header.warnings);
  const indices = batches.map((_, index) => index);
  const kept = await runBatches({
    scenario,
    batches,
    indices,
    checkpoint,
    start: () => foldInOrder(batches, fold, checkpoint),
    threads,
    where,
    commands,
  });
  const result = await fold.result();
  return { result, batches, rows: fold.rows(), checkpoint, kept };
}
