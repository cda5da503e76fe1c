import { renderSize } from '../report/render-size.ts';
import type { SizeResult } from '../study/size/size-result.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of a size into a folder. */
export async function writeSizeReport(
  folder: string,
  result: SizeResult,
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderSize(result), formats);
}
