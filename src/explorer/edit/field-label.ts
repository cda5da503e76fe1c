import { distributions } from '../../random/distributions/index.ts';
import { type KeyWords, keyWords } from './key-words.ts';

/** Keys that hold others and say nothing of their own. */
const SILENT = new Set(['truth', 'cohort', 'heterogeneity']);
/** What a law says in the unit of the quantity that it is a law of. */
const IN_ITS_UNIT = new Set([
  'median',
  'mean',
  'sd',
  'min',
  'max',
  'mode',
  'scale',
  'location',
  'within',
  'values',
]);
/** Tells the parts of a label apart. */
const BETWEEN = ' · ';

/** The unit of the last key, or of what it is a parameter of. */
function unitOf(keys: readonly string[]): string {
  const last = keys.at(-1)!;
  if (/^\d+$/.test(last)) return unitOf(keys.slice(0, -1));
  const own = keyWords(last).unit;
  if (own !== '' || !IN_ITS_UNIT.has(last)) return own;
  const above = keys.slice(0, -1).filter((key) => !Object.hasOwn(distributions, key) && !/^\d+$/.test(key));
  const quantity = above.findLast((key) => !IN_ITS_UNIT.has(key) && key !== 'mixture');
  return quantity === undefined ? '' : keyWords(quantity).unit;
}

/**
 * What a field is called, and its unit, from the keys that lead to it: below its section, “α/β · log normal · median”
 * in Gy.
 *
 * @param keys at least one; those that are paths are read as such
 */
export function fieldLabel(keys: readonly string[]): KeyWords {
  const steps = keys.flatMap((key) => key.split('.'));
  const isName = (i: number): boolean => i === 1 && (steps[0] === 'arms' || steps[0] === 'truths');
  const words = steps.flatMap((key, i) => {
    if (SILENT.has(key) || (i === 0 && steps.length > 1)) return [];
    if (/^\d+$/.test(key)) return [String(Number(key) + 1)];
    return [isName(i) ? key : keyWords(key).words];
  });
  const label = words.join(BETWEEN) || keyWords(steps.at(-1)!).words;
  const isLatin = /^[a-z]/.test(label) && !isName(1);
  return { words: isLatin ? label.charAt(0).toUpperCase() + label.slice(1) : label, unit: unitOf(steps) };
}
