import { renderSweep } from '../report/render-sweep.ts';
import type { SweepResult } from '../study/sweep/sweep-result.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of a sweep into a folder. */
export async function writeSweepReport(
  folder: string,
  result: SweepResult,
  command: string,
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderSweep(result, command), formats);
}
