import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';

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

/** A batch is tried so many times again when its thread dies. */
const MOST_RETRIES = 2;

const ownThreadModule = (): string =>
  pathToFileURL(createRequire(import.meta.url).resolve('#workers/run-batch.js')).href;

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
 * Runs the batches of the given indices in a pool of threads. A batch whose thread dies is tried again: its result
 * depends on nothing but the scenario.
 *
 * @throws the thread's error after two retries; the signal's reason when aborted
 */
export async function runInThreads(
  scenario: Scenario,
  batches: readonly Batch[],
  indices: readonly number[],
  options: ThreadOptions,
): Promise<void> {
  const { workers, signal, threadModule, onResult, onRetry } = options;
  signal?.throwIfAborted();
  const threads = Math.max(1, Math.min(workers, indices.length));
  const pool = new Piscina({
    filename: threadModule ?? ownThreadModule(),
    workerData: { scenario },
    minThreads: threads,
    maxThreads: threads,
  });
  // What a thread still says while the pool closes is of no use, and would end the process
  pool.on('error', () => undefined);
  const stop = (): void => void pool.destroy().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  const queue = [...indices];
  let hasFailed = false;
  const runOne = async (index: number): Promise<void> => {
    for (let attempt = 0; ; attempt++) {
      try {
        onResult(index, (await pool.run(batches[index])) as BatchResult);
        return;
      } catch (error) {
        signal?.throwIfAborted();
        // The pool is closing because another batch failed for good
        if (hasFailed) throw error;
        // A mistake in the input fails the same way each time; only a death is worth another try
        if (attempt === MOST_RETRIES || (error instanceof Error && error.name === 'RangeError')) {
          hasFailed = true;
          throw error;
        }
        onRetry?.(index, error instanceof Error ? error.message : String(error));
      }
    }
  };
  const lane = async (): Promise<void> => {
    for (let index = queue.shift(); index !== undefined && !hasFailed; index = queue.shift())
      await runOne(index);
  };
  try {
    // One batch more than threads is always waiting, so that no thread does
    const lanes = Array.from({ length: threads + 1 }, lane);
    // To the end, even if one fails: Node dies if a thread is stopped while it loads its modules
    const settled = await Promise.allSettled(lanes);
    const failed = settled.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.destroy().catch(() => undefined);
  }
}
