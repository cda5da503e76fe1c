import { join } from 'node:path';
import { VERSION } from '../engine/version.ts';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import type { ReportFormat } from '../node/report-format.ts';
import { defaultWorkers } from '../node/thread-pool.ts';
import { sensitivityText } from '../report/sensitivity-text.ts';
import { offMedian } from '../scenario/check-uncertainty.ts';
import { exploredScenario } from '../scenario/explored-scenario.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { jointPaths, uncertainPaths } from '../scenario/truth-specs.ts';
import { writeScenario } from '../scenario/write-scenario.ts';
import { worldsPerTask } from '../study/sensitivity/evaluate-worlds.ts';
import { MOST_INPUTS } from '../study/sensitivity/pick-freeze-worlds.ts';
import { planSensitivity, type SensitivityPlan, studySensitivity } from '../study/sensitivity/sensitivity.ts';
import type { SensitivityResult } from '../study/sensitivity/sensitivity-result.ts';
import { sensitivitySeconds } from '../study/sensitivity/sensitivity-seconds.ts';
import { UsageError } from './explain.ts';
import { shownReports } from './format-option.ts';
import { inThreads } from './in-threads.ts';
import { type Progress, startProgress } from './progress.ts';
import { refuseComparisons } from './refuse-comparisons.ts';
import { refuseWithoutClaim } from './refuse-without-claim.ts';
import { changesOf } from './scenario-changes.ts';
import { readScenarioFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';

/** Options of `isoeffect sensitivity`. */
export interface SensitivityCommandOptions {
  readonly points: number;
  readonly set: readonly string[];
  readonly seed?: string;
  readonly workers?: number;
  readonly grouped?: boolean;
  readonly level: number;
  readonly cost: number;
  readonly loss: number;
  readonly out?: string;
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly yes?: boolean;
  readonly json?: boolean;
}

const LEAST_POINTS = 16;
const MOST_POINTS = 1 << 20;
const HOUR = 3600;
/** A study that is done sooner says nothing on the way. */
const SILENT_SECONDS = 2;

/** `isoeffect sensitivity`: reads, checks, looks at worlds, writes, and prints the answer. */
export async function sensitivityAndWrite(given: string, options: SensitivityCommandOptions): Promise<void> {
  requirePoints(options.points);
  const { text, file, name, readBeside } = readScenarioFile(given);
  const { scenario, warnings: read } = readScenario(text, file, changesOf(options), readBeside);
  refuseWithoutClaim(scenario, 'sensitivity');
  refuseComparisons(scenario, 'sensitivity');
  requireInputs(scenario, options.grouped ?? false);
  const warnings = [...new Set([...read, ...offMedian(exploredScenario(scenario))])];
  const folder = options.out ?? join('out', `sensitivity-${name}`);
  const result = await study(scenario, options, warnings);
  prepareFolder(folder);
  for (const warning of warnings) console.error(`warning: ${warning}`);
  await write(folder, scenario, result, options);
  if (options.json) process.stdout.write(jsonOf(result));
  else {
    const where = options.report
      ? `Report: ${shownReports(folder, options.format)}`
      : `Results: ${shownPath(folder, 'sensitivity.json')}`;
    console.log([...sensitivityText(result), '', where].join('\n'));
  }
}

const jsonOf = (result: SensitivityResult): string => `${JSON.stringify(result, null, 1)}\n`;

function requirePoints(points: number): void {
  if (points >= LEAST_POINTS && points <= MOST_POINTS && (points & (points - 1)) === 0) return;
  throw new UsageError(`--points ${points}: must be a power of two from ${LEAST_POINTS} to ${MOST_POINTS}`);
}

/** @throws UsageError if there is nothing to vary, too much, or what hangs together */
function requireInputs(scenario: Scenario, isGrouped: boolean): void {
  const explored = exploredScenario(scenario);
  const inputs = Object.keys(explored.uncertainty).length;
  if (uncertainPaths(explored).length === 0)
    throw new UsageError(
      'nothing is uncertain: give paths their laws under uncertainty, or under sensitivity',
    );
  if (inputs > MOST_INPUTS) throw new UsageError(`${inputs} inputs are uncertain: at most ${MOST_INPUTS}`);
  const joint = jointPaths(explored).filter(({ paths }) => paths.length > 1);
  if (joint.length === 0 || isGrouped) return;
  const blocks = joint.map(({ name, paths }) => `${name} draws ${paths.join(' and ')} together`);
  throw new UsageError(
    `${blocks.join('; ')}: inputs that hang together have no shares of their own; add --grouped to take each block as one input`,
  );
}

function refuseIfLong(plan: SensitivityPlan, seconds: number, workers: number): void {
  if (seconds <= HOUR) return;
  const hours = (seconds / HOUR).toPrecision(2);
  throw new UsageError(
    `these ${plan.shares.worlds.length} worlds would take about ${hours} hours on ${workers} threads; lower --points, or add --yes to go on anyway`,
  );
}

/** Does the study in threads, with a bar on a terminal where it takes a while. @throws UsageError for values that lead to no truth */
async function study(
  scenario: Scenario,
  options: SensitivityCommandOptions,
  warnings: readonly string[],
): Promise<SensitivityResult> {
  const { points, level, cost, loss, workers = defaultWorkers() } = options;
  const terms = { points, level, cost, lossOfFalseSuccess: loss };
  let progress: Progress | undefined;
  try {
    return await inThreads(
      workers,
      async (runTasks) => {
        const plan = planSensitivity(scenario, points);
        const seconds = sensitivitySeconds(plan, workers);
        if (!options.yes) refuseIfLong(plan, seconds, workers);
        if (seconds > SILENT_SECONDS) progress = startProgress(tasksOf(plan), 0, 'tasks');
        return studySensitivity(scenario, terms, runTasks, warnings);
      },
      () => progress?.advance(1),
    );
  } finally {
    progress?.stop();
  }
}

/** Tasks that the threads will do. */
function tasksOf({ tornado, shares }: SensitivityPlan): number {
  return [tornado, shares].reduce(
    (sum, { question, worlds }) => sum + Math.ceil(worlds.length / worldsPerTask(question.replicates)),
    0,
  );
}

async function write(
  folder: string,
  scenario: Scenario,
  result: SensitivityResult,
  options: SensitivityCommandOptions,
): Promise<void> {
  const { points, level, cost, loss, grouped } = options;
  const command = `isoeffect sensitivity scenario.yaml --points ${points} --level ${level} --cost ${cost} --loss ${loss}${grouped ? ' --grouped' : ''}`;
  const yaml = writeScenario(
    scenario,
    `${scenario.title}\nResolved by isoeffect ${VERSION}; it repeats the study: ${command}`,
  );
  writeWhole(folder, 'scenario.yaml', yaml);
  if (options.report) {
    const { writeSensitivityReport } = await import('../node/write-sensitivity-report.ts');
    await writeSensitivityReport(folder, { result, yaml, command }, options.format);
  }
  // Last, so that where it is, everything is
  writeWhole(folder, 'sensitivity.json', jsonOf(result));
}
