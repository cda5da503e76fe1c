import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('isoeffect/package.json')),
  'reports/fonts',
);
const normal = join(folder, 'Arimo-Regular.ttf');
const bold = join(folder, 'Arimo-Bold.ttf');

/** The typeface of a PDF, by the files that come with the package. It has no slanted face. */
export const FONTS = { Arimo: { normal, bold, italics: normal, bolditalics: bold } };
