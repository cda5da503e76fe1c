import type { RunResult } from '../engine/result.ts';
import { renderReport } from '../report/render-report.ts';
import { writeWhole } from './output-folder.ts';

/** Writes `report.html` and `figures/` of a result into a folder. */
export async function writeReport(folder: string, result: RunResult): Promise<void> {
  const { html, figures } = await renderReport(result);
  writeWhole(folder, 'report.html', html);
  for (const { name, svg, spec } of figures) {
    writeWhole(folder, `figures/${name}.svg`, svg);
    writeWhole(folder, `figures/${name}.vl.json`, spec);
  }
}
