import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** Pixels of the picture to one of the drawing. */
const SCALE = 2;

/** The fonts that come with the package; a drawing's own are not looked for, so that every machine draws the same. */
function fontFiles(): string[] {
  const files = ['Arimo-Regular.ttf', 'Arimo-Bold.ttf'].map((file) =>
    join(packageFolder(), 'reports/fonts', file),
  );
  // Without a font every text would be left out, and nothing said
  for (const file of files) accessSync(file);
  return files;
}

/**
 * Draws an SVG as a PNG on white, with two pixels to each of its own and the fonts that come with the package: the same
 * bytes for the same drawing.
 *
 * @throws Error if the SVG is not well formed, or a font is missing
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    background: 'white',
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Arimo' },
  });
  return image.asPng();
}
