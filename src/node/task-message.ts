import type { Task } from '../study/run-tasks.ts';

/** A task as it crosses a thread boundary. */
export interface TaskMessage {
  readonly task: Task;
  /** Where the thread shows its progress. */
  readonly pulse: SharedArrayBuffer;
}
