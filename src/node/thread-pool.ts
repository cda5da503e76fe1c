import { availableParallelism } from 'node:os';
import { serialize } from 'node:v8';
import type { BatchMessage } from '../engine/batch-message.ts';
import type { Batch } from '../engine/plan.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { MOST_WORKERS } from './most-workers.ts';
import { openPool, type PoolOptions } from './retrying-pool.ts';

/** What a run is told while its batches are run. */
export interface BatchEvents {
  /** Called for each finished batch, in any order; another batch is packed over its result once the call returns. */
  readonly onResult: (index: number, packed: Uint8Array) => void;
  /** Called when a thread died and its batch is tried again. */
  readonly onRetry?: (index: number, reason: string) => void;
}

/** Threads for the batches of one scenario. */
export interface BatchThreads {
  /**
   * Runs the batches of the given indices.
   *
   * @throws ThreadFailure after two retries; an AbortError when stopped
   */
  run(
    scenario: Scenario,
    batches: readonly Batch[],
    indices: readonly number[],
    events: BatchEvents,
  ): Promise<void>;
  /** Stops all threads at once. */
  stop(): void;
  close(): Promise<void>;
}

/** Threads where nothing else is said: one a core. */
export const defaultWorkers = (): number => Math.min(availableParallelism(), MOST_WORKERS);

/** Of threads for batches, what need not be as usual. */
export interface BatchThreadOptions extends Pick<PoolOptions, 'patienceMinutes'> {
  /** What a thread runs, the package's own unless a test brings another. */
  readonly threadModule?: string;
}

/** Opens threads, which load their code at once; close them at the end. */
export function openBatchThreads(
  workers: number,
  { threadModule = '#workers/run-batch.js', ...options }: BatchThreadOptions = {},
): BatchThreads {
  const controller = new AbortController();
  const pool = openPool({ threadModule, threads: workers, signal: controller.signal, ...options });
  return {
    run: (scenario, batches, indices, { onResult, onRetry }) => {
      const bytes = serialize(scenario);
      const shared = new SharedArrayBuffer(bytes.length);
      new Uint8Array(shared).set(bytes);
      const rooms: SharedArrayBuffer[] = [];
      return pool.runAll(
        indices.length,
        (at, pulse): BatchMessage => ({
          scenario: shared,
          batch: batches[indices[at]],
          room: rooms.pop() ?? new SharedArrayBuffer(0),
          pulse,
        }),
        (at, answer) => {
          const packed = answer as Uint8Array;
          onResult(indices[at], packed);
          rooms.push(packed.buffer as SharedArrayBuffer);
        },
        (at, reason) => onRetry?.(indices[at], reason),
      );
    },
    stop: () => controller.abort(),
    close: pool.close,
  };
}
