import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Folder of the installed package, with the files that come with it. */
export const packageFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve('isoeffect/package.json'));
