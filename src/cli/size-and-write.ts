import { join } from 'node:path';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import type { ReportFormat } from '../node/report-format.ts';
import { defaultWorkers } from '../node/thread-pool.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { sizeText } from '../report/size-text.ts';
import { solveText } from '../report/solve-text.ts';
import { leafPaths, valueAt } from '../scenario/path.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import type { ScenarioWith } from '../study/size/scenario-with.ts';
import type { SizeResult, SolveResult, Target } from '../study/size/size-result.ts';
import { sizeStudy } from '../study/size/size-study.ts';
import { solveStudy } from '../study/size/solve-study.ts';
import { solvedValue } from '../study/size/solved-value.ts';
import type { NuisanceRange } from '../study/threshold/nuisance-truths.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { claims } from '../trial/claims/index.ts';
import { statedClaims } from '../trial/design.ts';
import { UsageError } from './explain.ts';
import { shownReports } from './format-option.ts';
import { inThreads } from './in-threads.ts';
import { refuseWithoutClaim } from './refuse-without-claim.ts';
import { changesOf } from './scenario-changes.ts';
import { readScenarioFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';

/** Options of `isoeffect size`. */
export interface SizeOptions {
  readonly power: number;
  readonly assurance?: number;
  readonly successAndTrue?: number;
  readonly solve?: string;
  readonly typeIError?: number;
  readonly over?: string;
  readonly accrualYears: number;
  readonly followUpYears?: number;
  readonly set: readonly string[];
  readonly seed?: string;
  readonly replicates?: number;
  readonly worlds?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly json?: boolean;
}

/** `isoeffect size`: reads, checks, searches, writes, and prints the answer. */
export async function sizeAndWrite(given: string, options: SizeOptions): Promise<void> {
  const { text, file, name, readBeside } = readScenarioFile(given);
  const changes = changesOf(options);
  const { scenario, warnings } = readScenario(text, file, changes, readBeside);
  refuseWithoutClaim(scenario, 'size');
  const workers = options.workers ?? defaultWorkers();
  const target = targetOf(options);
  const scenarioWith: ScenarioWith = (path, value) => {
    try {
      return readScenario(text, file, [...changes, { path, value, origin: path }], readBeside).scenario;
    } catch (error) {
      if (error instanceof ScenarioError) return undefined;
      throw error;
    }
  };
  refuseSlowTest(scenario);
  if (options.solve === undefined) refuseCompletion(scenario);
  else checkSolved(scenario, options.solve, scenarioWith);
  const question = sizeQuestion(scenario, options, target);
  const folder = options.out ?? join('out', `size-${name}`);
  prepareFolder(folder);
  const result = await inThreads<SizeResult | SolveResult>(workers, (runTasks, onStage) =>
    options.solve === undefined
      ? sizeStudy(scenario, question, runTasks, warnings, onStage)
      : solveStudy(scenario, scenarioWith, solveQuestion(options, target), runTasks, warnings),
  );
  for (const warning of result.warnings) console.error(`warning: ${warning}`);
  const isSize = 'curve' in result;
  if (options.report && isSize) {
    const { writeSizeReport } = await import('../node/write-size-report.ts');
    await writeSizeReport(folder, result, options.format);
  }
  const json = `${JSON.stringify(result, null, 1)}\n`;
  // Last, so that where it is, everything is
  writeWhole(folder, 'size.json', json);
  if (options.json) process.stdout.write(json);
  else {
    const report = options.report && isSize ? [`Report: ${shownReports(folder, options.format)}`] : [];
    const where = `Results: ${shownPath(folder, 'size.json')}`;
    console.log([...textOf(result), '', where, ...report].join('\n'));
  }
}

/** @throws UsageError if a search would take long for each size */
function refuseSlowTest({ design }: Scenario): void {
  for (const { name, parameters } of statedClaims(design)) {
    const claim = claims[name].create(parameters);
    if (!isTimeClaim(claim) && claim.comparison?.test.secondsPerSizes !== undefined)
      throw new UsageError(
        `no search by the ${claim.comparison.test.label}: each size takes long to prepare; find a size with --set and test: farringtonManning, and run that size`,
      );
  }
}

/** @throws UsageError if the claim is that the trial is not stopped: more patients do not help it */
function refuseCompletion({ design }: Scenario): void {
  if (statedClaims(design).some(({ name }) => name === 'completion'))
    throw new UsageError(
      'the claim of this design is that it is not stopped, which more patients do not help: name what to solve for, as in --solve design.interim.0.toxicityStop.certainty',
    );
}

/** @throws UsageError if the scenario has no number at the path */
function checkSolved(scenario: Scenario, path: string, scenarioWith: ScenarioWith): void {
  try {
    solvedValue(scenario, path, scenarioWith);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--solve ${path}: ${error.message}`) : error;
  }
}

const textOf = (result: SizeResult | SolveResult): string[] =>
  'curve' in result ? sizeText(result) : solveText(result);

const RANGE = /^(-?\d+(?:\.\d*)?)\.\.(-?\d+(?:\.\d*)?)\/(\d{1,4})$/;
/** Of a range: each step costs a search. */
const MOST_STEPS = 1000;

/** Reads `path=from..to/steps`. */
function readRange(argument: string, scenario: Scenario): NuisanceRange {
  const at = argument.lastIndexOf('=');
  const parts = RANGE.exec(argument.slice(at + 1));
  if (at < 1 || !parts || Number(parts[3]) > MOST_STEPS)
    throw new UsageError(
      `--over ${argument}: is not written path=from..to/steps, with at most ${MOST_STEPS} steps`,
    );
  const path = argument.slice(0, at);
  const [from, to, steps] = parts.slice(1).map(Number);
  if (typeof valueAt(scenario, path) !== 'number' || !path.startsWith('truth.'))
    throw new UsageError(
      `--over ${argument}: ${unknownWord(
        'number of the truth',
        path,
        leafPaths(scenario).filter(
          (leaf) => leaf.startsWith('truth.') && typeof valueAt(scenario, leaf) === 'number',
        ),
      )}`,
    );
  return { path, from, to, steps: steps + 1 };
}

/** What is to be reached over the worlds; undefined where the options say nothing. */
function targetOf({ assurance, successAndTrue }: SizeOptions): Target | undefined {
  if (assurance !== undefined && successAndTrue !== undefined)
    throw new UsageError('one of --assurance and --success-and-true is the target over the worlds, not both');
  if (assurance !== undefined) return { name: 'assurance', value: assurance };
  return successAndTrue === undefined ? undefined : { name: 'successAndTrue', value: successAndTrue };
}

const sizeQuestion = (
  scenario: Scenario,
  { power, accrualYears, followUpYears, typeIError, over }: SizeOptions,
  target: Target | undefined,
) => ({
  power,
  overWorlds: target ?? { name: 'successAndTrue' as const, value: power },
  followUp: { accrualYears, ...(followUpYears !== undefined && { followUpYears }) },
  held: {
    ...(typeIError !== undefined && { target: typeIError }),
    ...(over !== undefined && { over: readRange(over, scenario) }),
  },
});

const solveQuestion = ({ power, solve }: SizeOptions, target: Target | undefined) => ({
  path: solve!,
  power,
  ...(target && { overWorlds: target }),
});
