import { Interrupted } from './interrupted.ts';

/** Says on stderr what went wrong and returns the exit code that stands for it. */
export function explain(error: unknown): number {
  if (!(error instanceof Error)) {
    console.error(String(error));
    return 1;
  }
  console.error(error.message);
  if (error instanceof Interrupted) return 130;
  // By name: the class is only loaded by commands that read scenarios
  return error.name === 'ScenarioError' || error.name === 'UsageError' ? 2 : 1;
}

/** Arguments that are wrong in a way that the parser cannot see. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
