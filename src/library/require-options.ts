import { unknownWord } from '../numeric/closest-word.ts';
import { requireBlock } from '../numeric/require-block.ts';
import { shownValue } from '../numeric/shown-value.ts';

/** @throws RangeError for options that are no object, and a key that is none of the names, with the nearest of them */
export function requireOptions(options: object, names: readonly string[]): void {
  for (const key of Object.keys(requireBlock('options', options)))
    if (!names.includes(key)) throw new RangeError(unknownWord('option', key, names));
}

/** @throws RangeError for a name that is no text */
export function requireFileName(file: string | undefined): void {
  if (file !== undefined && typeof file !== 'string')
    throw new RangeError(`invalid file: ${shownValue(file)} (must be a text)`);
}
