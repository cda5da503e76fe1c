import { renderSensitivity } from '../report/render-sensitivity.ts';
import type { SensitivityRecord } from '../study/sensitivity/sensitivity-result.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html` and `figures/` of a sensitivity study into a folder. */
export async function writeSensitivityReport(folder: string, record: SensitivityRecord): Promise<void> {
  writeRendered(folder, await renderSensitivity(record));
}
