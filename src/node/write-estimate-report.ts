import type { EstimateResult } from '../engine/estimate-result.ts';
import { renderEstimate } from '../report/render-estimate.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of an estimate into a folder. */
export async function writeEstimateReport(
  folder: string,
  result: EstimateResult,
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderEstimate(result), formats);
}
