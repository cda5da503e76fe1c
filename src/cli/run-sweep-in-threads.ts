import { openTaskPool } from '../node/task-pool.ts';
import { defaultWorkers } from '../node/thread-pool.ts';
import { runSweep, sweptBatches } from '../study/sweep/run-sweep.ts';
import type { SweepPlan } from '../study/sweep/sweep-plan.ts';
import type { SweepResult } from '../study/sweep/sweep-result.ts';
import { Interrupted } from './interrupted.ts';
import { onInterrupt } from './on-interrupt.ts';
import { startProgress } from './progress.ts';
import type { SweepRecord } from './sweep-record.ts';

/**
 * Runs a sweep in threads, its table written cell by cell.
 *
 * @throws Interrupted after Ctrl-C, saying what is kept and how to go on
 */
export async function runSweepInThreads(
  plan: SweepPlan,
  record: SweepRecord,
  workers = defaultWorkers(),
): Promise<SweepResult> {
  const total = plan.cells.reduce((sum, { scenario }) => sum + sweptBatches(scenario).length, 0);
  const progress = startProgress(total, 0, 'steps');
  const controller = new AbortController();
  const release = onInterrupt(() => controller.abort());
  const pool = openTaskPool({
    workers,
    signal: controller.signal,
    onDone: (kind) => progress.advance(kind === 'batch' ? 1 : 0),
    onRetry: (_, reason) => progress.say(`a thread died (${reason}); trying again`),
  });
  try {
    const result = await runSweep(plan, pool.runTasks, (cell) => record.add(cell));
    record.finish();
    return result;
  } catch (error) {
    progress.stop();
    const left = record.leave();
    if (controller.signal.aborted) throw new Interrupted(`\nInterrupted: ${left}`);
    if (error instanceof Error) error.message = `${error.message}\n${left}`;
    throw error;
  } finally {
    release();
    progress.stop();
    await pool.close();
  }
}
