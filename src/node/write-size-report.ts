import { renderSize } from '../report/render-size.ts';
import type { SizeResult } from '../study/size/size-result.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html` and `figures/` of a size into a folder. */
export async function writeSizeReport(folder: string, result: SizeResult): Promise<void> {
  writeRendered(folder, await renderSize(result));
}
