import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';

/** What a pool of threads runs, and how it is told to stop. */
export interface PoolOptions {
  /** Module in `workers/` that each thread runs, or the address of another. */
  readonly threadModule: string;
  readonly threads: number;
  /** Aborting stops all threads at once. */
  readonly signal?: AbortSignal;
}

/** Threads that do messages; one whose thread dies is tried again, as its answer depends on nothing but itself. */
export interface RetryingPool {
  /**
   * Does so many messages in any order.
   *
   * @param messageOf makes a message when it is its turn, so that no more of them are there than threads can hold
   * @param onRetry called when a thread died and its message is tried again
   * @throws the thread's error after two retries; the signal's reason when aborted
   */
  runAll(
    count: number,
    messageOf: (index: number) => unknown,
    onResult: (index: number, result: unknown) => void,
    onRetry?: (index: number, reason: string) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/** A message is tried so many times again when its thread dies. */
const MOST_RETRIES = 2;

/** Room of a thread for what it makes and soon forgets; unbounded, it would grow for as long as a run lasts. */
const YOUNG_MB = 8;

/** Opens a pool of threads, which load their module at once; close it at the end. */
export function openPool({ threadModule, threads, signal }: PoolOptions): RetryingPool {
  signal?.throwIfAborted();
  const pool = new Piscina({
    filename: threadModule.startsWith('#')
      ? pathToFileURL(createRequire(import.meta.url).resolve(threadModule)).href
      : threadModule,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // What a thread still says while the pool closes is of no use, and would end the process
  pool.on('error', () => undefined);
  const stop = (): void => void pool.destroy().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  let hasFailed = false;
  let areLoaded = false;
  const runOne = async (message: unknown, onRetry?: (reason: string) => void): Promise<unknown> => {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await pool.run(message);
        areLoaded = true;
        return answer;
      } catch (error) {
        signal?.throwIfAborted();
        // The pool is closing because another message failed for good
        if (hasFailed) throw error;
        // A mistake in the input fails the same way each time; only a death is worth another try
        if (attempt === MOST_RETRIES || (error instanceof Error && error.name === 'RangeError')) {
          hasFailed = true;
          throw error;
        }
        onRetry?.(error instanceof Error ? error.message : String(error));
      }
    }
  };
  return {
    runAll: async (count, messageOf, onResult, onRetry) => {
      let next = 0;
      const lane = async (): Promise<void> => {
        while (next < count && !hasFailed) {
          const index = next++;
          onResult(index, await runOne(messageOf(index), (reason) => onRetry?.(index, reason)));
        }
      };
      // One message more than threads is always waiting, so that no thread does
      const lanes = Array.from({ length: threads + 1 }, lane);
      // To the end, even if one fails: Node dies if a thread is stopped while it loads its modules
      const settled = await Promise.allSettled(lanes);
      const failed = settled.find((outcome) => outcome.status === 'rejected');
      if (failed) throw failed.reason;
    },
    close: async () => {
      signal?.removeEventListener('abort', stop);
      // Node dies if a thread is stopped while it loads its modules: an empty message is refused once it has
      if (!areLoaded && !signal?.aborted)
        await Promise.allSettled(Array.from({ length: threads }, () => pool.run(undefined)));
      await pool.destroy().catch(() => undefined);
    },
  };
}
