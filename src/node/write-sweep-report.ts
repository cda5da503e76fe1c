import { renderSweep } from '../report/render-sweep.ts';
import type { SweepResult } from '../study/sweep/sweep-result.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html` and `figures/` of a sweep into a folder. */
export async function writeSweepReport(folder: string, result: SweepResult, command: string): Promise<void> {
  writeRendered(folder, await renderSweep(result, command));
}
