import type { CalibrationRecord } from '../engine/calibration-record.ts';
import { evidenceMapPage } from '../report/evidence-map-page.ts';
import { renderCalibration } from '../report/render-calibration.ts';
import { writeWhole } from './output-folder.ts';
import { readVegaRuntime } from './vega-runtime.ts';
import { writeRendered } from './write-rendered.ts';

/** Writes `report.html`, `evidence-map.html` and `figures/` of a calibration into a folder. */
export async function writeCalibrationReport(folder: string, record: CalibrationRecord): Promise<void> {
  const map = await evidenceMapPage(record, readVegaRuntime());
  writeRendered(folder, await renderCalibration(record));
  writeWhole(folder, 'evidence-map.html', map);
}
