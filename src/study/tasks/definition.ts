/** A kind of work that one thread does by itself: plain data in, plain data out, nothing else decides the answer. */
export interface TaskDefinition<Input, Output> {
  readonly summary: string;
  run(input: Input): Output;
}

/** Keeps the types of a task within the registry. */
export function defineTask<Input, Output>(
  definition: TaskDefinition<Input, Output>,
): TaskDefinition<Input, Output> {
  return definition;
}
