import type { RenderedReport } from '../report/page.ts';
import { writeWhole } from './output-folder.ts';
import { writeFigures } from './write-figures.ts';

/** Writes `report.html` and `figures/` into a folder. */
export function writeRendered(folder: string, { html, figures }: RenderedReport): void {
  writeWhole(folder, 'report.html', html);
  writeFigures(folder, 'figures', figures);
}
