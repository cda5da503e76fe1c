import type { AimResult } from '../engine/aim-result.ts';
import type { RunResult } from '../engine/result.ts';
import { renderReport } from '../report/render-report.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html` and `figures/` of a result into a folder. */
export async function writeReport(folder: string, result: RunResult | AimResult): Promise<void> {
  writeRendered(folder, await renderReport(result));
}
