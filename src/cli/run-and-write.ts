import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AimResult, isAimResult } from '../engine/aim-result.ts';
import { estimateCost } from '../engine/cost.ts';
import type { RunResult } from '../engine/result.ts';
import { VERSION } from '../engine/version.ts';
import { clearCheckpoint } from '../node/checkpoint.ts';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import { type ReportFormat, reportFile } from '../node/report-format.ts';
import type { BatchThreads } from '../node/thread-pool.ts';
import { writeReplicates } from '../node/write-replicates.ts';
import { aimText } from '../report/aim-text.ts';
import { summaryText } from '../report/summary-text.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import type { Trial } from '../scenario/trial.ts';
import { scenarioHash, writeScenario } from '../scenario/write-scenario.ts';
import { UsageError } from './explain.ts';
import { shownReports } from './format-option.ts';
import { quoteArgument } from './quote-argument.ts';
import type { RunOptions } from './run-options.ts';
import { type RunOutcome, runScenario } from './run-scenario.ts';
import { changesOf } from './scenario-changes.ts';
import { readScenarioFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';

/** Rows up to which the replicates are written without being asked for. */
const ROWS_UNASKED = 100_000;
const HOUR = 3600;
const FOUR_GB = 4e9;

/**
 * `isoeffect run`: reads, checks, simulates, writes, and prints the answer.
 *
 * @param workers number of the threads
 */
export async function runAndWrite(
  given: string,
  options: RunOptions,
  threads: BatchThreads,
  workers: number,
): Promise<void> {
  const { text, file, name, readBeside } = readScenarioFile(given);
  const { scenario, warnings, trial } = readScenario(text, file, changesOf(options), readBeside);
  const folder = options.out ?? join('out', name);
  const again = process.argv.slice(process.argv.indexOf('run') + 1).filter((a) => a !== '--resume');
  const goOn = `isoeffect run ${[...again, '--resume'].map(quoteArgument).join(' ')}`;
  if (options.resume && (await isFinished(folder, scenario))) {
    console.error(`${folder} holds the finished run of this scenario already`);
    const text = readFileSync(join(folder, 'result.json'), 'utf8');
    const isMissing = options.format.some((format) => !existsSync(join(folder, reportFile(format))));
    if (options.report && isMissing)
      await render(folder, JSON.parse(text) as RunResult | AimResult, options.format);
    if (options.json) process.stdout.write(text);
    return;
  }
  refuseIfHuge(scenario, workers, options.yes ?? false);
  prepareFolder(folder);
  for (const warning of warnings) console.error(`warning: ${warning}`);
  const started = new Date();
  const checkpointFolder = join(folder, 'checkpoint');
  const outcome = await runScenario(trial, warnings, {
    checkpointFolder,
    isResumed: options.resume ?? false,
    threads,
    howToGoOn: goOn,
  });
  await writeRun(folder, trial, outcome, options);
  writeWhole(folder, 'run.json', `${JSON.stringify(runRecord(started, workers, outcome, given), null, 2)}\n`);
  // Last, so that where it is, everything is
  writeWhole(folder, 'result.json', `${JSON.stringify(outcome.result, null, 1)}\n`);
  outcome.checkpoint.close();
  clearCheckpoint(checkpointFolder);
  for (const warning of outcome.result.warnings)
    if (!warnings.includes(warning)) console.error(`warning: ${warning}`);
  if (options.json) process.stdout.write(readFileSync(join(folder, 'result.json'), 'utf8'));
  else {
    const where = options.report
      ? `Report: ${shownReports(folder, options.format)}`
      : `Results: ${shownPath(folder)}`;
    console.log([...answerText(outcome.result), where].join('\n'));
  }
}

/** The answer for a terminal. */
const answerText = (result: RunResult | AimResult): string[] =>
  isAimResult(result) ? aimText(result) : summaryText(result);

/** Whether the folder holds the result of this scenario by this version. */
async function isFinished(folder: string, scenario: Scenario): Promise<boolean> {
  const path = join(folder, 'result.json');
  if (!existsSync(path)) return false;
  try {
    const result = JSON.parse(readFileSync(path, 'utf8')) as RunResult;
    return result.isoeffect === VERSION && result.scenario.sha256 === (await scenarioHash(scenario));
  } catch {
    return false;
  }
}

function refuseIfHuge(scenario: Scenario, workers: number, isAgreed: boolean): void {
  if (isAgreed) return;
  const cost = estimateCost(scenario, workers);
  if (!cost || (cost.seconds <= HOUR && cost.bytes <= FOUR_GB)) return;
  const hours = (cost.seconds / HOUR).toPrecision(2);
  const gigabytes = (cost.bytes / 1e9).toPrecision(2);
  throw new UsageError(
    `this run would take about ${hours} hours on ${workers} threads and ${gigabytes} GB; lower simulation.replicates or simulation.worlds, or add --yes to run it anyway`,
  );
}

async function writeRun(
  folder: string,
  trial: Trial,
  { result, batches, rows, checkpoint }: RunOutcome,
  options: RunOptions,
): Promise<void> {
  const header = `${result.scenario.title}\nResolved by isoeffect ${VERSION}; it repeats the run: isoeffect run scenario.yaml`;
  writeWhole(folder, 'scenario.yaml', writeScenario(trial.scenario, header));
  const format = options.replicatesFile ?? (rows <= ROWS_UNASKED ? 'csv' : 'none');
  if (format !== 'none') await writeReplicates(folder, format, trial, batches, checkpoint.read);
  if (options.report) await render(folder, result, options.format);
}

async function render(
  folder: string,
  result: RunResult | AimResult,
  formats: readonly ReportFormat[],
): Promise<void> {
  const { writeReport } = await import('../node/write-report.ts');
  await writeReport(folder, result, formats);
}

/** What is not a pure function of the scenario: when, how long, where. */
function runRecord(started: Date, workers: number, outcome: RunOutcome, given: string) {
  return {
    isoeffect: VERSION,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    scenario: given,
    started: started.toISOString(),
    seconds: (Date.now() - started.getTime()) / 1000,
    workers,
    batchesKept: outcome.kept,
  };
}
