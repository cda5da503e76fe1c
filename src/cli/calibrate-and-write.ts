import { join } from 'node:path';
import { createCalibrationRecord } from '../engine/calibration-record.ts';
import { VERSION } from '../engine/version.ts';
import { calibrate } from '../evidence/calibrate.ts';
import { drawsTable } from '../evidence/draws-table.ts';
import { readEvidence } from '../evidence/read-evidence.ts';
import type { ComparedSchedule } from '../evidence/trialist-cost.ts';
import { prepareFolder, writeWhole } from '../node/output-folder.ts';
import type { ReportFormat } from '../node/report-format.ts';
import { EVIDENCE } from '../node/shipped-files.ts';
import { doseSums } from '../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../radiobiology/parse-schedule.ts';
import { calibrationText } from '../report/calibration-text.ts';
import { type CalibrationChoices, calibrationCommand } from './calibration-command.ts';
import { UsageError } from './explain.ts';
import { shownReports } from './format-option.ts';
import { readShippedFile } from './scenario-files.ts';
import { shownPath } from './shown-path.ts';

/** Options of `isoeffect calibrate`. */
export interface CalibrateOptions extends CalibrationChoices {
  readonly out?: string;
  readonly report: boolean;
  readonly format: readonly ReportFormat[];
  readonly json?: boolean;
}

const MOST_DRAWS = 100_000;
const LEAST_ALPHA_BETA_GY = 0.05;
/** A calibration that is done sooner says nothing on the way. */
const SILENT_MS = 2000;

/** `isoeffect calibrate`: reads, checks, fits, draws, writes, and prints the answer. */
export async function calibrateAndWrite(given: string, options: CalibrateOptions): Promise<void> {
  const compare = readComparison(options.compare);
  if (options.draws > MOST_DRAWS) throw new UsageError(`--draws ${options.draws}: at most ${MOST_DRAWS}`);
  for (const value of [...options.alphaBeta, options.woundAlphaBeta])
    if (value < LEAST_ALPHA_BETA_GY) throw new UsageError(`α/β ${value} Gy: at least ${LEAST_ALPHA_BETA_GY}`);
  const { text, file, name } = readShippedFile(given, EVIDENCE);
  const evidence = readEvidence(text, file);
  const folder = options.out ?? join('out', `calibrate-${name}`);
  const started = performance.now();
  const result = calibrate(evidence, {
    evidence: name,
    model: options.model,
    exclude: options.exclude,
    include: options.include,
    compare,
    costAlphaBetasGy: options.alphaBeta,
    woundAlphaBetaGy: options.woundAlphaBeta,
    draws: options.draws,
    seed: options.seed,
    onStage: (stage) => {
      if (performance.now() - started > SILENT_MS) console.error(`${stage} …`);
    },
  });
  prepareFolder(folder);
  for (const warning of result.warnings) console.error(`warning: ${warning}`);
  writeWhole(folder, 'draws.csv', drawsTable(result.posteriors));
  if (options.report) {
    const { writeCalibrationReport } = await import('../node/write-calibration-report.ts');
    const command = calibrationCommand(given, options);
    const record = await createCalibrationRecord(result, { text, rows: evidence }, command);
    await writeCalibrationReport(folder, record, options.format);
  }
  // The draws stand in draws.csv
  const posteriors = result.posteriors.map(({ draws, ...summary }) => ({ ...summary, draws: draws.length }));
  const json = `${JSON.stringify({ isoeffect: VERSION, ...result, posteriors }, null, 1)}\n`;
  // Last, so that where it is, everything is
  writeWhole(folder, 'calibration.json', json);
  if (options.json) process.stdout.write(json);
  else {
    const where = `Results: ${shownPath(folder, 'calibration.json')}; draws: ${shownPath(folder, 'draws.csv')}`;
    const report = options.report ? [`Report: ${shownReports(folder, options.format)}`] : [];
    console.log([...calibrationText(result), '', where, ...report].join('\n'));
  }
}

/** The two schedules of --compare. @throws UsageError unless there are two that can be read */
function readComparison(given: readonly string[]): [ComparedSchedule, ComparedSchedule] {
  if (given.length !== 2)
    throw new UsageError(
      `--compare takes two schedules, not ${given.length}: --compare "25 x 2 Gy" "5 x 6 Gy"`,
    );
  const [first, second] = given.map((text): ComparedSchedule => {
    try {
      return { text, sums: doseSums(parseSchedule(text)) };
    } catch (error) {
      throw error instanceof RangeError ? new UsageError(`--compare: ${error.message}`) : error;
    }
  });
  return [first, second];
}
