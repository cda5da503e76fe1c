import { openTaskPool } from '../node/task-pool.ts';
import { isImpossibleWorld } from '../scenario/impossible-world.ts';
import type { RunTasks } from '../study/run-tasks.ts';
import { UsageError } from './explain.ts';
import { Interrupted } from './interrupted.ts';
import { onInterrupt } from './on-interrupt.ts';

/** A study that is done sooner says nothing on the way. */
const SILENT_MS = 2000;

/**
 * Does a study whose tasks run in threads; says where it is on stderr once it takes a while.
 *
 * @param onDone called for each task that is done
 * @throws Interrupted after Ctrl-C: nothing of it is kept
 */
export async function inThreads<T>(
  workers: number,
  study: (runTasks: RunTasks, onStage: (stage: string) => void) => Promise<T>,
  onDone: () => void = () => {},
): Promise<T> {
  const controller = new AbortController();
  const release = onInterrupt(() => controller.abort());
  const started = performance.now();
  const pool = openTaskPool({
    workers,
    signal: controller.signal,
    onDone,
    onRetry: (kind, reason) => console.error(`a thread died (${reason}); trying ${kind} again`),
  });
  try {
    return await study(pool.runTasks, (stage) => {
      if (performance.now() - started > SILENT_MS) console.error(`${stage} …`);
    });
  } catch (error) {
    if (controller.signal.aborted)
      throw new Interrupted('\nInterrupted: nothing was written; the same command starts anew');
    if (isImpossibleWorld(error)) throw new UsageError(`${error.message}; narrow the laws with within`);
    throw error;
  } finally {
    release();
    await pool.close();
  }
}
