import { VERSION } from '../engine/version.ts';
import { EFFECTS, SCENARIOS } from '../node/shipped-files.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { caseLines, verificationSummary } from '../report/verification-text.ts';
import { runSuites } from '../verify/run-suites.ts';
import type { SuiteDefinition } from '../verify/suites/definition.ts';
import { suites } from '../verify/suites/index.ts';
import type { VerifiedCase } from '../verify/verify-case.ts';
import { UsageError } from './explain.ts';
import { readShippedFile } from './scenario-files.ts';

export interface VerifyOptions {
  readonly suite?: string;
  readonly json?: boolean;
}

type Suites = Readonly<Record<string, SuiteDefinition>>;

/** Width of a line where the terminal does not tell. */
const WIDTH = 100;

/** The suites to run. @throws UsageError if there is none of that name */
function chosen(name: string | undefined, all: Suites): Suites {
  if (name === undefined) return all;
  if (!Object.hasOwn(all, name)) throw new UsageError(unknownWord('suite', name, Object.keys(all)));
  return { [name]: all[name] };
}

/**
 * Runs suites and prints every case as it is done, or one document at the end.
 *
 * @param all the suites there are
 * @throws UsageError if no suite has the name that was asked for; Error if a case fails
 */
export function verifyAndPrint({ suite, json }: VerifyOptions, all: Suites = suites): void {
  const files = {
    scenario: (name: string) => readShippedFile(name, SCENARIOS).text,
    effects: (name: string) => readShippedFile(name, EFFECTS).text,
  };
  const cases: VerifiedCase[] = [];
  for (const verified of runSuites(chosen(suite, all), files)) {
    if (!json) {
      const isFirst = verified.suite !== cases.at(-1)?.suite;
      if (isFirst)
        console.log(`${cases.length > 0 ? '\n' : ''}${verified.suite}: ${all[verified.suite].summary}`);
      console.log(caseLines(verified, process.stdout.columns ?? WIDTH).join('\n'));
    }
    cases.push(verified);
  }
  const failed = cases.filter(({ passes }) => !passes).length;
  if (json) console.log(JSON.stringify({ version: VERSION, count: cases.length, failed, cases }, null, 2));
  else console.log(`\n${verificationSummary(cases)}.`);
  if (failed > 0) throw new Error(`verify: ${failed} of ${cases.length} cases failed`);
}
