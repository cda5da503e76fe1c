import { shownText } from '../numeric/shown-text.ts';

/** One thing that is wrong with a scenario. */
export interface Problem {
  /** `file:line:column`, or the argument that brought it in. */
  readonly where: string;
  readonly message: string;
}

/** More problems say nothing more. */
export const MOST_PROBLEMS = 100;
const MOST_LETTERS = 1000;
/** Of a place that is longer, beginning and end are shown. */
const LETTERS_OF_PLACE = 300;

function placeOf(where: string): string {
  if (where.length <= LETTERS_OF_PLACE) return shownText(where, LETTERS_OF_PLACE);
  const half = LETTERS_OF_PLACE / 2;
  return `${shownText(where.slice(0, half), half)}…${shownText(where.slice(-half), half)}`;
}

function linesOf(problems: readonly Problem[], more: number): string[] {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ where, message }) => `${placeOf(where)}  ${shownText(message, MOST_LETTERS)}`);
  const rest = problems.length - lines.length + more;
  return rest > 0 ? [...lines, `and ${rest} more`] : lines;
}

/**
 * Everything that is wrong with the input, one line each, like a compiler. Whatever the input holds, the lines are few and
 * short, and nothing in them but letters that show.
 *
 * @example
 * ```ts
 * import { readScenario, ScenarioError } from 'isoeffect';
 *
 * try {
 *   readScenario('title: nothing else', { file: 'mine.yaml' });
 * } catch (error) {
 *   if (error instanceof ScenarioError) console.log(error.problems[0].where); // mine.yaml:1:1
 * }
 * ```
 */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];

  /** @param more problems that are not among them */
  constructor(problems: readonly Problem[], more = 0) {
    super(linesOf(problems, more).join('\n'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}
