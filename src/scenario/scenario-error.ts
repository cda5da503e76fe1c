/** One thing that is wrong with a scenario. */
export interface Problem {
  /** `file:line:column`, or the argument that brought it in. */
  readonly where: string;
  readonly message: string;
}

/** Everything that is wrong with the input, one line each, like a compiler. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ where, message }) => `${where}  ${message}`).join('\n'));
    this.name = 'ScenarioError';
    this.problems = problems;
  }
}
