import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import { createPulse, type Pulse } from './pulse.ts';
import { ThreadFailure } from './thread-failure.ts';
import { createWatchdog, type Watchdog } from './watchdog.ts';

/** What a pool of threads runs, and how it is told to stop. */
export interface PoolOptions {
  /** Module in `workers/` that each thread runs, or the address of another. */
  readonly threadModule: string;
  readonly threads: number;
  /** Aborting stops all threads at once. */
  readonly signal?: AbortSignal;
  /** Minutes that a thread may show no progress, after which it is stopped as if it had died. */
  readonly patienceMinutes?: number;
}

/** Threads that do messages; one whose thread dies or hangs is tried again, as its answer depends on nothing but itself. */
export interface RetryingPool {
  /**
   * Does so many messages in any order.
   *
   * @param messageOf makes a message when it is its turn, so that no more of them are there than threads can hold; its
   * thread shows its progress in the memory given
   * @param onRetry called when a thread died and its message is tried again
   * @throws ThreadFailure after two retries; the signal's reason when aborted
   */
  runAll(
    count: number,
    messageOf: (index: number, pulse: SharedArrayBuffer) => unknown,
    onResult: (index: number, result: unknown) => void,
    onRetry?: (index: number, reason: string) => void,
  ): Promise<void>;
  close(): Promise<void>;
}

/** A message is tried so many times again when its thread dies. */
const MOST_RETRIES = 2;

/** Room of a thread for what it makes and soon forgets; unbounded, it would grow for as long as a run lasts. */
const YOUNG_MB = 8;

/** Room for what it keeps, beside its columns: a thread that needs more dies, and not the machine. */
const OLD_MB = 1024;

/** A piece of work that takes longer is taken for a hanging thread. */
const DEFAULT_PATIENCE_MINUTES = 30;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** How a pool stands. */
interface Standing {
  /** For good: nothing more is begun. */
  hasFailed: boolean;
  /** A thread has answered, so that each can be stopped. */
  areLoaded: boolean;
}

/** Opens a pool of threads, which load their module at once; close it at the end. */
export function openPool(options: PoolOptions): RetryingPool {
  const { threads, signal, patienceMinutes = DEFAULT_PATIENCE_MINUTES } = options;
  signal?.throwIfAborted();
  const pool = startThreads(options);
  const stop = (): void => void pool.destroy().catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  const standing: Standing = { hasFailed: false, areLoaded: false };
  const runOne = withRetries(createAttempts(pool, createWatchdog(patienceMinutes)), standing, signal);
  return {
    runAll: (count, messageOf, onResult, onRetry) => {
      let next = 0;
      const lane = async (): Promise<void> => {
        const pulse = createPulse();
        while (next < count && !standing.hasFailed) {
          const index = next++;
          const result = await runOne(index, messageOf(index, pulse.memory), pulse, onRetry);
          try {
            onResult(index, result);
          } catch (error) {
            // Nobody wants what the other lanes would do yet
            standing.hasFailed = true;
            throw error;
          }
        }
      };
      // One message more than threads is always waiting, so that no thread does
      return allToTheirEnd(Array.from({ length: threads + 1 }, lane));
    },
    close: async () => {
      signal?.removeEventListener('abort', stop);
      // Node dies if a thread is stopped while it loads its modules: an empty message is refused once it has
      if (!standing.areLoaded && !standing.hasFailed && !signal?.aborted)
        await Promise.allSettled(Array.from({ length: threads }, () => pool.run(undefined)));
      await pool.destroy().catch(() => undefined);
    },
  };
}

/** Does a message, and does it again when its thread dies. */
function withRetries(
  tryOnce: (message: unknown, pulse: Pulse) => Promise<unknown>,
  standing: Standing,
  signal: AbortSignal | undefined,
) {
  return async (
    index: number,
    message: unknown,
    pulse: Pulse,
    onRetry?: (index: number, reason: string) => void,
  ): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await tryOnce(message, pulse);
        standing.areLoaded = true;
        return answer;
      } catch (error) {
        signal?.throwIfAborted();
        // The pool is closing because another message failed for good
        if (standing.hasFailed) throw error;
        const reason = asError(error);
        // A mistake in the input fails the same way each time; only a death is worth another try
        if (attempt > MOST_RETRIES || reason.name === 'RangeError') {
          standing.hasFailed = true;
          throw new ThreadFailure(index, pulse.place(), attempt, reason);
        }
        onRetry?.(index, reason.message);
      }
    }
  };
}

/** Waits for all to their end, even if one fails: Node dies if a thread is stopped while it loads its modules. */
async function allToTheirEnd(lanes: readonly Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(lanes);
  const failures = settled.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  // What failed for good, rather than what then failed with it
  if (failures.length > 0) throw failures.find((reason) => reason instanceof ThreadFailure) ?? failures[0];
}

function startThreads({ threadModule, threads }: PoolOptions): Piscina {
  return new Piscina({
    filename: threadModule.startsWith('#')
      ? pathToFileURL(createRequire(import.meta.url).resolve(threadModule)).href
      : threadModule,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
  });
}

/** Tries messages once each, with whatever ends an attempt early: a hanging thread, or no thread left to take it up. */
function createAttempts(pool: Piscina, watchdog: Watchdog) {
  const underWay = new Set<AbortController>();
  whenNoneIsLeft(pool, (error) => {
    for (const attempt of underWay) attempt.abort(error);
  });
  return async (message: unknown, pulse: Pulse): Promise<unknown> => {
    pulse.clear();
    const attempt = new AbortController();
    underWay.add(attempt);
    const release = watchdog.watch(pulse, (error) => attempt.abort(error));
    try {
      return await pool.run(message, { signal: attempt.signal });
    } catch (error) {
      throw attempt.signal.aborted ? attempt.signal.reason : error;
    } finally {
      release();
      underWay.delete(attempt);
    }
  };
}

/** Calls back when threads die as soon as they are started, so that messages would wait for ever. */
function whenNoneIsLeft(pool: Piscina, callBack: (error: Error) => void): void {
  let last = new Error('no thread could be started');
  pool.on('error', (error) => {
    last = asError(error);
  });
  pool.on('workerDestroy', () => {
    setImmediate(() => {
      if (pool.threads.length === 0) callBack(last);
    });
  });
}
