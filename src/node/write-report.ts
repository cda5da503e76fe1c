import type { AnyResult } from '../engine/any-result.ts';
import { renderReport } from '../report/render-report.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of a result into a folder. */
export async function writeReport(
  folder: string,
  result: AnyResult,
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderReport(result), formats);
}
