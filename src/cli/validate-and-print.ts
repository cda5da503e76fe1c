import { readChange, readScenario } from '../scenario/read-scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { readScenarioFile } from './scenario-files.ts';

/** What the command line says beside the file. */
export interface ValidateOptions {
  readonly set: readonly string[];
  readonly json?: boolean;
}

/** Prints that a scenario is right, with what is worth saying about it. @throws ScenarioError with every problem, after printing them where JSON is asked for */
export function validateAndPrint(given: string, { set, json }: ValidateOptions): void {
  const { text, file, readBeside } = readScenarioFile(given);
  try {
    const changes = set.map((argument) => readChange(argument));
    const { scenario, warnings } = readScenario(text, file, changes, readBeside);
    if (json) console.log(JSON.stringify({ valid: true, warnings, problems: [] }, null, 2));
    else {
      for (const warning of warnings) console.error(`warning: ${warning}`);
      console.log(`${file} is valid: ${scenario.title}`);
    }
  } catch (error) {
    if (json && error instanceof ScenarioError)
      console.log(JSON.stringify({ valid: false, warnings: [], problems: error.problems }, null, 2));
    throw error;
  }
}
