import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { VegaRuntime } from '../report/evidence-map-page.ts';

const IMPORT = /^import \{([^}]*)\} from 'vega-util';$/m;
const EXPORT = /^export \{ (\w+) as expressionInterpreter \};$/m;

const buildFolder = (name: string): string => dirname(fileURLToPath(import.meta.resolve(name)));

/**
 * The interpreter of expressions as a script of a page: it takes its imports from the global `vega` that the runtime
 * leaves there, and leaves `expressionInterpreter` itself.
 *
 * @throws Error if the installed package is not written as expected
 */
function asScript(module: string): string {
  const [, imported] = module.match(IMPORT) ?? [];
  const [, exported] = module.match(EXPORT) ?? [];
  if (imported === undefined || exported === undefined)
    throw new Error('vega-interpreter: this version cannot be put into a page');
  const body = module
    .replace(IMPORT, `const {${imported}} = vega;`)
    .replace(EXPORT, `globalThis.expressionInterpreter = ${exported};`)
    .replace(/^\/\/# sourceMappingURL=.*$/m, '');
  return `(() => {\n'use strict';\n${body}\n})();`;
}

/** The installed Vega as scripts for a page that needs no network. */
export function readVegaRuntime(): VegaRuntime {
  const vega = readFileSync(join(buildFolder('vega'), 'vega.min.js'), 'utf8');
  const interpreter = readFileSync(join(buildFolder('vega-interpreter'), 'vega-interpreter.js'), 'utf8');
  return [vega, asScript(interpreter)];
}
