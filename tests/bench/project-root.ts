import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The project's folder, from the compiled bench as from its source. */
export const projectRoot = dirname(createRequire(import.meta.url).resolve('isoeffect/package.json'));

/** The peers' programs. */
export const peersFolder = join(projectRoot, 'tests/bench/peers');
