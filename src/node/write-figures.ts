import { join } from 'node:path';
import type { Figure } from '../report/draw-figures.ts';
import { drawPng } from './draw-png.ts';
import { writeWhole } from './output-folder.ts';

/**
 * Writes each figure as SVG, as PNG and as a specification with its data.
 *
 * @param prefix folder of the figures in the folder of the report, empty for the same
 * @returns names of the SVG files, in order
 */
export async function writeFigures(
  folder: string,
  prefix: string,
  figures: readonly Figure[],
): Promise<string[]> {
  const pngs = await Promise.all(figures.map(({ svg }) => drawPng(svg)));
  return figures.map(({ name, svg, spec }, i) => {
    const path = join(prefix, name);
    writeWhole(folder, `${path}.svg`, svg);
    writeWhole(folder, `${path}.png`, pngs[i]);
    writeWhole(folder, `${path}.vl.json`, `${JSON.stringify(spec, null, 1)}\n`);
    return `${path}.svg`;
  });
}
