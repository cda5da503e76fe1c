import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyResult } from '../engine/any-result.ts';
import type { Batch } from '../engine/plan.ts';
import { VERSION } from '../engine/version.ts';
import { writeWhole } from '../node/output-folder.ts';
import type { ReadBatch } from '../node/replicate-table.ts';
import { reportFile } from '../node/report-format.ts';
import { writeReplicates } from '../node/write-replicates.ts';
import { resultText } from '../report/result-text.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import type { Trial } from '../scenario/trial.ts';
import { writeScenario } from '../scenario/write-scenario.ts';
import { shownReports } from './format-option.ts';
import type { WriteOptions } from './run-options.ts';
import { shownPath } from './shown-path.ts';

/** Rows up to which the replicates are written without being asked for. */
const ROWS_UNASKED = 100_000;

/** A run whose batches are all there and folded. */
export interface FinishedRun {
  readonly trial: Trial;
  readonly result: AnyResult;
  readonly batches: readonly Batch[];
  /** Simulated trials. */
  readonly rows: number;
  readonly read: ReadBatch;
}

/** Writes `scenario.yaml`, the scenario as it was run. */
export function writeRunScenario(folder: string, scenario: Scenario, temporary?: string): void {
  const header = `${scenario.title}\nResolved by isoeffect ${VERSION}; it repeats the run: isoeffect run scenario.yaml`;
  writeWhole(folder, 'scenario.yaml', writeScenario(scenario, header), temporary);
}

/**
 * Writes what a run leaves in its folder, `result.json` last, so that where that is, everything is.
 *
 * @param record what is not a pure function of the scenario: when, how long, where
 */
export async function writeRun(
  folder: string,
  { trial, result, batches, rows, read }: FinishedRun,
  record: () => Readonly<Record<string, unknown>>,
  options: WriteOptions,
): Promise<void> {
  writeRunScenario(folder, trial.scenario);
  const format = options.replicatesFile ?? (rows <= ROWS_UNASKED ? 'csv' : 'none');
  if (format !== 'none') await writeReplicates(folder, format, trial, batches, read);
  if (options.report) await render(folder, result, options);
  const about = {
    isoeffect: VERSION,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  writeWhole(folder, 'run.json', `${JSON.stringify({ ...about, ...record() }, null, 2)}\n`);
  writeWhole(folder, 'result.json', `${JSON.stringify(result, null, 1)}\n`);
}

/** Prints the answer of a run that is written: for people, or its `result.json`. */
export function printAnswer(folder: string, result: AnyResult, options: WriteOptions): void {
  if (options.json) {
    process.stdout.write(readFileSync(join(folder, 'result.json'), 'utf8'));
    return;
  }
  const where = options.report
    ? `Report: ${shownReports(folder, options.format)}`
    : `Results: ${shownPath(folder)}`;
  console.log([...resultText(result), where].join('\n'));
}

/** Says that a folder holds the finished run, and renders what is missing of its report. */
export async function leaveAsItIs(folder: string, options: WriteOptions): Promise<void> {
  console.error(`${folder} holds the finished run of this scenario already`);
  const text = readFileSync(join(folder, 'result.json'), 'utf8');
  const isMissing = options.format.some((format) => !existsSync(join(folder, reportFile(format))));
  if (options.report && isMissing) await render(folder, JSON.parse(text) as AnyResult, options);
  if (options.json) process.stdout.write(text);
}

async function render(folder: string, result: AnyResult, { format }: WriteOptions): Promise<void> {
  const { writeReport } = await import('../node/write-report.ts');
  await writeReport(folder, result, format);
}
