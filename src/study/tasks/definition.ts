import type { OnPiece } from '../../engine/on-piece.ts';

/** A kind of work that one thread does by itself: plain data in, plain data out, nothing else decides the answer. */
export interface TaskDefinition<Input, Output> {
  readonly summary: string;
  /** @param onPiece told of each piece before it begins */
  run(input: Input, onPiece: OnPiece): Output;
}

/** Keeps the types of a task within the registry. */
export function defineTask<Input, Output>(
  definition: TaskDefinition<Input, Output>,
): TaskDefinition<Input, Output> {
  return definition;
}
