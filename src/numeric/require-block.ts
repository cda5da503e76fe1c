import { shownValue } from './shown-value.ts';

/**
 * Returns an object of keys: no list, date or map.
 *
 * @throws RangeError `invalid <name>: <value> (must be a plain object)`
 */
export function requireBlock<Block extends object>(name: string, value: Block): Block {
  if (Object.prototype.toString.call(value) !== '[object Object]')
    throw new RangeError(`invalid ${name}: ${shownValue(value)} (must be a plain object)`);
  return value;
}

/**
 * Returns a list of objects.
 *
 * @throws RangeError `invalid <name>: <value> (must be a list)`, or at the first entry that is no object
 */
export function requireBlocks<Block extends object>(name: string, value: readonly Block[]): readonly Block[] {
  if (!Array.isArray(value)) throw new RangeError(`invalid ${name}: ${shownValue(value)} (must be a list)`);
  value.forEach((block, i) => {
    requireBlock(`${name}[${i}]`, block);
  });
  return value;
}
