import {
  EFFECTS,
  EVIDENCE,
  readWritten,
  SCENARIOS,
  shippedNames,
  shippedPath,
} from '../node/shipped-files.ts';
import { unknownWord } from '../numeric/closest-word.ts';

const kinds = { scenarios: SCENARIOS, effects: EFFECTS, evidence: EVIDENCE };

/**
 * The text of a file that comes with the package.
 *
 * @param name as `listRegistries()` lists it
 * @param registry scenarios (YAML, for {@link run}), effects (YAML, for {@link estimate}) or evidence (CSV)
 * @throws RangeError for an unknown name, with the nearest one
 * @example
 * ```ts
 * import { readShipped } from 'isoeffect';
 *
 * console.log(readShipped('quick-start').includes('nonInferiority')); // true
 * ```
 */
export function readShipped(name: string, registry: keyof typeof kinds = 'scenarios'): string {
  if (!Object.hasOwn(kinds, registry))
    throw new RangeError(unknownWord('registry', registry, Object.keys(kinds)));
  const kind = kinds[registry];
  const names = shippedNames(kind);
  if (!names.includes(name)) throw new RangeError(unknownWord(kind.noun, name, names));
  return readWritten(shippedPath(name, kind));
}
