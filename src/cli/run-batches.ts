import { batchAddress, pieceAddress } from '../engine/batch-address.ts';
import { batchWeights } from '../engine/batch-weight.ts';
import type { Batch } from '../engine/plan.ts';
import type { Checkpoint } from '../node/checkpoint.ts';
import { ThreadFailure } from '../node/thread-failure.ts';
import type { BatchThreads } from '../node/thread-pool.ts';
import { isImpossibleWorld } from '../scenario/impossible-world.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { truthNames } from '../scenario/truth-specs.ts';
import { UsageError } from './explain.ts';
import { Interrupted } from './interrupted.ts';
import { onInterrupt } from './on-interrupt.ts';
import { startProgress } from './progress.ts';
import { quoteArgument } from './quote-argument.ts';
import type { RunCommands } from './read-run.ts';

/** Batches to run, and what becomes of them. */
export interface BatchWork {
  readonly scenario: Scenario;
  /** The plan of the whole run. */
  readonly batches: readonly Batch[];
  /** Those of it that this run does: all, or a shard's; those that are kept are not run again. */
  readonly indices: readonly number[];
  /** Closed if the run fails or is interrupted. */
  readonly checkpoint: Checkpoint;
  /** Called before the first batch; what it returns takes each packed result, and sees to it that it is kept. */
  readonly start: () => (index: number, packed: Uint8Array) => void;
  readonly threads: BatchThreads;
  /** What the batches are kept in, for messages. */
  readonly where: string;
  readonly commands: RunCommands;
}

/**
 * Runs those batches that are not kept yet in threads, with progress on a terminal.
 *
 * @returns how many were kept already
 * @throws Interrupted after Ctrl-C, saying what is kept and how to go on
 */
export async function runBatches(work: BatchWork): Promise<number> {
  const { scenario, batches, indices, checkpoint, threads } = work;
  const { kept } = checkpoint;
  const missing = indices.filter((index) => !kept.has(index));
  const takenOver = indices.length - missing.length;
  const weights = batchWeights(batches, scenario);
  const weightOf = (some: readonly number[]): number => some.reduce((sum, index) => sum + weights[index], 0);
  const progress = startProgress(weightOf(indices), weightOf(indices) - weightOf(missing));
  if (checkpoint.damage) progress.say(`left out what cannot be read of ${work.where}: ${checkpoint.damage}`);
  if (takenOver > 0 || checkpoint.damage)
    progress.say(`continuing: ${takenOver} of ${indices.length} batches are kept`);
  let isInterrupted = false;
  const release = onInterrupt(() => {
    isInterrupted = true;
    threads.stop();
  });
  try {
    const take = work.start();
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
    checkpoint.close();
    throw failureOf(error, isInterrupted, work);
  } finally {
    release();
    progress.stop();
  }
  return takenOver;
}

/** What a run ends with that failed or was interrupted, saying what is kept. */
function failureOf(error: unknown, isInterrupted: boolean, work: BatchWork): Error {
  const { indices, checkpoint, where, commands } = work;
  const done = indices.filter((index) => checkpoint.kept.has(index)).length;
  const kept = `kept ${done} of ${indices.length} batches in ${where}; go on with: ${commands.goOn}`;
  if (isInterrupted) return new Interrupted(`\nInterrupted: ${kept}`);
  if (isImpossibleWorld(error)) return new UsageError(`${error.message}; narrow the laws with within`);
  const what =
    error instanceof ThreadFailure
      ? failureAt(error, work)
      : String(error instanceof Error ? error.message : error);
  return new Error(`${what}\n${kept}`, { cause: error });
}

/** Where a thread failed for good, and how to look at that trial alone. */
function failureAt({ index, place, attempts, message }: ThreadFailure, work: BatchWork): string {
  const { scenario, batches, commands } = work;
  const batch = batches[index];
  const names = truthNames(scenario);
  const times = attempts === 1 ? '' : `, ${attempts} times`;
  const at = `failed at ${pieceAddress(batch, names, place)}${times}: ${message}`;
  if (place?.replicate === undefined || scenario.design.estimate) return at;
  const truth = batch.kind === 'replicates' ? ` --truth ${quoteArgument(names[batch.truth])}` : '';
  const world = place.world === 0 ? '' : ` --world ${place.world}`;
  return `${at}\nthat trial alone: ${commands.replay}${truth}${world} --replicate ${place.replicate}`;
}
