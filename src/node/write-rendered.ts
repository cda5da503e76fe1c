import type { RenderedReport } from '../report/page.ts';
import { writeWhole } from './output-folder.ts';

/** Writes `report.html` and `figures/` into a folder. */
export function writeRendered(folder: string, { html, figures }: RenderedReport): void {
  writeWhole(folder, 'report.html', html);
  for (const { name, svg, spec } of figures) {
    writeWhole(folder, `figures/${name}.svg`, svg);
    writeWhole(folder, `figures/${name}.vl.json`, `${JSON.stringify(spec, null, 1)}\n`);
  }
}
