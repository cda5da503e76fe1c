import type { EstimateResult } from '../engine/estimate-result.ts';
import { renderEstimate } from '../report/render-estimate.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html` and `figures/` of an estimate into a folder. */
export async function writeEstimateReport(folder: string, result: EstimateResult): Promise<void> {
  writeRendered(folder, await renderEstimate(result));
}
