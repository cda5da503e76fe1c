import type { CalibrationRecord } from '../engine/calibration-record.ts';
import { evidenceMapPage } from '../report/evidence-map-page.ts';
import { renderCalibration } from '../report/render-calibration.ts';
import { writeWhole } from './output-folder.ts';
import type { ReportFormat } from './report-format.ts';
import { readVegaRuntime } from './vega-runtime.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes the report, `evidence-map.html` and `figures/` of a calibration into a folder. */
export async function writeCalibrationReport(
  folder: string,
  record: CalibrationRecord,
  formats?: readonly ReportFormat[],
): Promise<void> {
  const map = await evidenceMapPage(record, readVegaRuntime());
  await writeRendered(folder, await renderCalibration(record), formats);
  writeWhole(folder, 'evidence-map.html', map);
}
