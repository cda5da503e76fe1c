import type { RunTasks, Task, TaskKind, TaskOutput } from '../study/run-tasks.ts';
import { openPool } from './retrying-pool.ts';
import type { TaskMessage } from './task-message.ts';
import { ThreadFailure } from './thread-failure.ts';

/** How the tasks of a study are done in threads. */
export interface TaskPoolOptions {
  readonly workers: number;
  /** Aborting stops all threads at once. */
  readonly signal?: AbortSignal;
  /** Called for each task that is done. */
  readonly onDone?: (kind: TaskKind) => void;
  /** Called when a thread died and its task is tried again. */
  readonly onRetry?: (kind: TaskKind, reason: string) => void;
}

/** Threads that do the tasks of a study. */
export interface TaskPool {
  readonly runTasks: RunTasks;
  close(): Promise<void>;
}

/** Opens threads for the tasks of a study; close them at the end. */
export function openTaskPool({ workers, signal, onDone, onRetry }: TaskPoolOptions): TaskPool {
  const pool = openPool({
    threadModule: '#workers/run-task.js',
    threads: workers,
    ...(signal && { signal }),
  });
  const runTasks: RunTasks = async <Kind extends TaskKind>(
    kind: Kind,
    inputs: readonly unknown[],
  ): Promise<TaskOutput<Kind>[]> => {
    const outputs: TaskOutput<Kind>[] = [];
    const all = pool.runAll(
      inputs.length,
      (index, pulse): TaskMessage => ({ task: { kind, input: inputs[index] } as Task, pulse }),
      (index, output) => {
        outputs[index] = output as TaskOutput<Kind>;
        onDone?.(kind);
      },
      (_, reason) => onRetry?.(kind, reason),
    );
    // As it would be without threads; of a task, its place says nothing
    await all.catch((error) => {
      throw error instanceof ThreadFailure ? error.cause : error;
    });
    return outputs;
  };
  return { runTasks, close: pool.close };
}
