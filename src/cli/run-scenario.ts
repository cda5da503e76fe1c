import type { AimResult } from '../engine/aim-result.ts';
import { batchAddress } from '../engine/batch-address.ts';
import { type Batch, patientsPerReplicate, planBatches } from '../engine/plan.ts';
import type { RunResult } from '../engine/result.ts';
import { createRunFold } from '../engine/run-fold.ts';
import { VERSION } from '../engine/version.ts';
import { type Checkpoint, clearCheckpoint, openCheckpoint } from '../node/checkpoint.ts';
import { foldInOrder } from '../node/fold-in-order.ts';
import type { BatchThreads } from '../node/thread-pool.ts';
import { isImpossibleWorld } from '../scenario/impossible-world.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import type { Trial } from '../scenario/trial.ts';
import { truthNames } from '../scenario/truth-specs.ts';
import { scenarioHash } from '../scenario/write-scenario.ts';
import { UsageError } from './explain.ts';
import { Interrupted } from './interrupted.ts';
import { startProgress } from './progress.ts';

/** What running the batches gave. */
export interface RunOutcome {
  readonly result: RunResult | AimResult;
  readonly batches: readonly Batch[];
  /** Simulated trials, of all truths and worlds. */
  readonly rows: number;
  /** Holds the batches' results until the run is written; to be closed then. */
  readonly checkpoint: Checkpoint;
  /** Batches taken over from a cut run. */
  readonly kept: number;
}

/** How a run is carried out; none of it changes its result. */
export interface RunPlan {
  readonly checkpointFolder: string;
  /** Whether batches kept from a cut run are taken over. */
  readonly isResumed: boolean;
  readonly threads: BatchThreads;
  /** The command that continues the run, for messages. */
  readonly howToGoOn: string;
}

/** Weight of a batch for progress, in patients; exact work counts as the patients one could simulate instead. */
function weightOf(batch: Batch, scenario: Scenario): number {
  const patients = patientsPerReplicate(scenario);
  if (batch.kind === 'replicates') return (batch.to - batch.from) * patients;
  return batch.kind === 'worlds' ? (batch.to - batch.from) * 5000 : 20_000;
}

/**
 * Runs the scenario of a trial in threads, keeping each finished batch in `checkpointFolder`, and folds them as they come.
 *
 * @throws Interrupted after Ctrl-C, saying what is kept and how to go on
 */
export async function runScenario(
  trial: Trial,
  warnings: readonly string[],
  { checkpointFolder, isResumed, threads, howToGoOn }: RunPlan,
): Promise<RunOutcome> {
  const { scenario } = trial;
  const batches = planBatches(scenario);
  const identity = `${VERSION} ${await scenarioHash(scenario)}`;
  if (!isResumed) clearCheckpoint(checkpointFolder);
  const checkpoint = openCheckpoint(checkpointFolder, identity);
  const missing = batches.map((_, index) => index).filter((index) => !checkpoint.kept.has(index));
  const weights = batches.map((batch) => weightOf(batch, scenario));
  const total = weights.reduce((a, b) => a + b, 0);
  const progress = startProgress(total, total - missing.reduce((sum, index) => sum + weights[index], 0));
  if (checkpoint.isTorn) progress.say('left out the end of what the cut run kept: it is torn');
  const takenOver = batches.length - missing.length;
  if (takenOver > 0) progress.say(`continuing a cut run: ${takenOver} of ${batches.length} batches are kept`);
  const kept = (): string =>
    `kept ${checkpoint.kept.size} of ${batches.length} batches in ${checkpointFolder}; go on with: ${howToGoOn}`;
  let isInterrupted = false;
  const interrupt = (): void => {
    isInterrupted = true;
    threads.stop();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const fold = createRunFold(trial, warnings);
  try {
    const take = foldInOrder(batches, fold, checkpoint);
    await threads.run(scenario, batches, missing, {
      onResult: (index, packed) => {
        take(index, packed);
        progress.advance(weights[index]);
      },
      onRetry: (index, reason) =>
        progress.say(
          `a thread died (${reason}); trying ${batchAddress(batches[index], truthNames(scenario))} again`,
        ),
    });
  } catch (error) {
    progress.stop();
    if (isInterrupted) throw new Interrupted(`\nInterrupted: ${kept()}`);
    if (isImpossibleWorld(error)) throw new UsageError(`${error.message}; narrow the laws with within`);
    throw new Error(`${error instanceof Error ? error.message : error}\n${kept()}`, { cause: error });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    progress.stop();
  }
  const result = await fold.result();
  return { result, batches, rows: fold.rows(), checkpoint, kept: takenOver };
}
