import { distributions } from '../../random/distributions/index.ts';

/** Endings of keys with the unit that they say, longer ones first. */
const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/GyPerDay$/, 'Gy a day'],
  [/PerGy2$/, 'Gy⁻²'],
  [/PerGy$/, 'Gy⁻¹'],
  [/Per10Gy$/, 'per 10 Gy'],
  [/PerCm3$/, 'cm⁻³'],
  [/[pP]erYear$/, 'a year'],
  [/[pP]erMonth$/, 'a month'],
  [/[pP]erDay$/, 'a day'],
  [/Gy$/, 'Gy'],
  [/Cm3$/, 'cm³'],
  [/Cm$/, 'cm'],
  [/[yY]ears$/, 'years'],
  [/[mM]onths$/, 'months'],
  [/[dD]ays$/, 'days'],
  [/[hH]ours(Apart)?$/, 'hours'],
  [/^minutes$/, 'minutes'],
  [/^celsius$/, '°C'],
];

/** Keys of laws whose values have the unit of the quantity. */
const SAME_UNIT = new Set([
  ...Object.keys(distributions),
  ...['median', 'mean', 'min', 'max', 'mode', 'sd', 'location', 'scale', 'within', 'values', 'schedule'],
]);

const isListPosition = (key: string): boolean => /^\d+$/.test(key);

/** The unit of the value at some keys, by the nearest key that names a quantity; empty where it has none. */
export function unitOfPath(keys: readonly string[]): string {
  const words = keys.flatMap((key) => key.split('.'));
  const own = words.findLast((key) => !isListPosition(key) && !SAME_UNIT.has(key)) ?? '';
  // Per day is a number of fractions where a schedule says it
  if (own === 'perDay') return '';
  return UNITS.find(([ending]) => ending.test(own))?.[1] ?? '';
}
