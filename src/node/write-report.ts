import type { AimResult } from '../engine/aim-result.ts';
import type { RunResult } from '../engine/result.ts';
import { renderReport } from '../report/render-report.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of a result into a folder. */
export async function writeReport(
  folder: string,
  result: RunResult | AimResult,
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderReport(result), formats);
}
