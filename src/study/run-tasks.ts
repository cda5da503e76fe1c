import { type OnPiece, unwatched } from '../engine/on-piece.ts';
import { tasks } from './tasks/index.ts';

export type TaskKind = keyof typeof tasks;
export type TaskInput<Kind extends TaskKind> = Parameters<(typeof tasks)[Kind]['run']>[0];
export type TaskOutput<Kind extends TaskKind> = ReturnType<(typeof tasks)[Kind]['run']>;

/** A task as it crosses a thread boundary. */
export interface Task<Kind extends TaskKind = TaskKind> {
  readonly kind: Kind;
  readonly input: TaskInput<Kind>;
}

/** Does tasks of one kind, in whatever order and threads; the answers come in the order of the inputs. */
export type RunTasks = <Kind extends TaskKind>(
  kind: Kind,
  inputs: readonly TaskInput<Kind>[],
) => Promise<TaskOutput<Kind>[]>;

/** Does one task in this thread. */
export function runTask<Kind extends TaskKind>(
  { kind, input }: Task<Kind>,
  onPiece: OnPiece = unwatched,
): TaskOutput<Kind> {
  return (tasks[kind].run as (input: TaskInput<Kind>, onPiece: OnPiece) => TaskOutput<Kind>)(input, onPiece);
}

/** Does tasks one after the other in this thread. */
export const runTasksHere: RunTasks = async (kind, inputs) => inputs.map((input) => runTask({ kind, input }));
