import { join } from 'node:path';
import { packageFolder } from '../package-folder.ts';

const folder = join(packageFolder(), 'reports/fonts');
const normal = join(folder, 'Arimo-Regular.ttf');
const bold = join(folder, 'Arimo-Bold.ttf');

/** The typeface of a PDF, by the files that come with the package. It has no slanted face. */
export const FONTS = { Arimo: { normal, bold, italics: normal, bolditalics: bold } };
