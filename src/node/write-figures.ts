import { join } from 'node:path';
import type { Figure } from '../report/draw-figures.ts';
import { writeWhole } from './output-folder.ts';

/** Writes each figure as a picture and as a specification with its data; returns the pictures' names. */
export function writeFigures(folder: string, prefix: string, figures: readonly Figure[]): string[] {
  return figures.map(({ name, svg, spec }) => {
    writeWhole(folder, join(prefix, `${name}.svg`), svg);
    writeWhole(folder, join(prefix, `${name}.vl.json`), `${JSON.stringify(spec, null, 1)}\n`);
    return join(prefix, `${name}.svg`);
  });
}
