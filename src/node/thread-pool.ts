import { availableParallelism } from 'node:os';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { openPool } from './retrying-pool.ts';

/** How batches are run in threads. */
export interface ThreadOptions {
  readonly workers: number;
  /** Aborting stops all threads at once. */
  readonly signal?: AbortSignal;
  /** Module that a thread runs; the package's own unless a test brings another. */
  readonly threadModule?: string;
  /** Called for each finished batch, in any order. */
  readonly onResult: (index: number, result: BatchResult) => void;
  /** Called when a thread died and its batch is tried again. */
  readonly onRetry?: (index: number, reason: string) => void;
}

/** Threads where nothing else is said: one a core. */
export const defaultWorkers = (): number => availableParallelism();

/** In words, where a batch lies, so that it can be run again alone. */
export function addressOf(batch: Batch, truthNames: readonly string[]): string {
  switch (batch.kind) {
    case 'replicates':
      return `truth ${truthNames[batch.truth]} world 0 replicates ${batch.from}–${batch.to - 1}`;
    case 'worlds':
      return `worlds ${batch.from}–${batch.to - 1}`;
    case 'exact':
      return `exact values of truth ${truthNames[batch.truth]}`;
    default:
      return batch.kind;
  }
}

/**
 * Runs the batches of the given indices in a pool of threads.
 *
 * @throws the thread's error after two retries; the signal's reason when aborted
 */
export async function runInThreads(
  scenario: Scenario,
  batches: readonly Batch[],
  indices: readonly number[],
  { workers, signal, threadModule, onResult, onRetry }: ThreadOptions,
): Promise<void> {
  const pool = openPool({
    threadModule: threadModule ?? '#workers/run-batch.js',
    workerData: { scenario },
    threads: Math.max(1, Math.min(workers, indices.length)),
    ...(signal && { signal }),
  });
  try {
    await pool.runAll(
      indices.map((index) => batches[index]),
      (at, result) => onResult(indices[at], result as BatchResult),
      (at, reason) => onRetry?.(indices[at], reason),
    );
  } finally {
    await pool.close();
  }
}
