import { unknownWord } from '../numeric/closest-word.ts';

/** @throws RangeError for a key that is none of the names, with the nearest of them */
export function requireOptions(options: object, names: readonly string[]): void {
  for (const key of Object.keys(options))
    if (!names.includes(key)) throw new RangeError(unknownWord('option', key, names));
}
