import { shownText } from '../numeric/shown-text.ts';
import { Interrupted } from './interrupted.ts';

/** A line of a message is shortened to so many letters. */
const MOST_LETTERS = 2000;

/** Lines that say something to a terminal and do nothing else there. */
const shownLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : shownText(line, MOST_LETTERS)))
    .join('\n');

/** Says on stderr what went wrong and returns the exit code that stands for it. */
export function explain(error: unknown): number {
  if (!(error instanceof Error)) {
    console.error(shownLines(String(error)));
    return 1;
  }
  console.error(shownLines(error.message));
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
