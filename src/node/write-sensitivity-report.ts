import { renderSensitivity } from '../report/render-sensitivity.ts';
import type { SensitivityRecord } from '../study/sensitivity/sensitivity-result.ts';
import type { ReportFormat } from './report-format.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report and `figures/` of a sensitivity study into a folder. */
export async function writeSensitivityReport(
  folder: string,
  record: SensitivityRecord,
  formats?: readonly ReportFormat[],
): Promise<void> {
  await writeRendered(folder, await renderSensitivity(record), formats);
}
