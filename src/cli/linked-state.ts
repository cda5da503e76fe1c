import { readScenario } from '../scenario/read-scenario.ts';
import { encodeScenarioText } from '../scenario/scenario-link.ts';
import { writeScenario } from '../scenario/write-scenario.ts';
import { UsageError } from './explain.ts';
import { readScenarioFile } from './scenario-files.ts';

/**
 * The part of the explorer's address that holds a scenario, from `#` on: a shipped one by its name, a file by its text, with
 * what is worth saying about it on stderr.
 *
 * @throws ScenarioError with every problem; UsageError if there is no such scenario, or it is too long for an address
 */
export async function linkedState(given: string): Promise<string> {
  const { text, file, name, isShipped, readBeside } = readScenarioFile(given);
  const named = new Set<string>();
  const { scenario, warnings } = readScenario(text, file, [], (path) => {
    named.add(path);
    return readBeside(path);
  });
  for (const warning of warnings) console.error(`warning: ${warning}`);
  if (isShipped) return `#scenario=${encodeURIComponent(name)}`;
  if (named.size === 0) return `#yaml=${await encode(text, file)}`;
  // The page cannot read what lies beside the file
  const files = [...named].join(', ');
  console.error(`${file}: the page gets it as resolved, with the contents of ${files} in place`);
  const resolved = writeScenario(
    scenario,
    `${file}, resolved: defaults and the contents of ${files} filled in`,
  );
  return `#yaml=${await encode(resolved, file)}`;
}

async function encode(text: string, file: string): Promise<string> {
  try {
    return await encodeScenarioText(text);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`${file}: ${error.message}`) : error;
  }
}
