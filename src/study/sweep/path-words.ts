import { endpoints } from '../../outcomes/endpoints/index.ts';

/** A varied path in words. */
export interface PathWords {
  readonly label: string;
  /** Unit of its numbers; empty where it has none. */
  readonly unit: string;
}

const UNITS: readonly [ending: RegExp, unit: string][] = [
  [/PerGy$/, 'per Gy'],
  [/Per10Gy$/, 'per 10 Gy'],
  [/Gy$/, 'Gy'],
  [/Years$/, 'years'],
  [/Months$/, 'months'],
  [/Days$/, 'days'],
  [/Hours$/, 'h'],
  [/Cm$/, 'cm'],
];
const PARAMETERS_WITHOUT_UNIT = new Set(['sigma', 'cv', 'shape', 'a', 'b']);
const COHORT = /^truth\.cohort\.(?:.+\.)?alphaBetaGy(?:\.\w+\.(?:median|mean))?$/;
const UNCERTAIN = /^uncertainty\.truth\.cohort\.(?:.+\.)?alphaBetaGy(?:\.\w+)*\.(median|mean)$/;
const OF_ENDPOINT = /^truth\.(\w+)\.(?:.+\.)?alphaBetaGy$/;

/** Unit of the nearest key that names one: the median of a dose is a dose. */
function unitOf(path: string): string {
  const keys = path.split('.').toReversed();
  if (PARAMETERS_WITHOUT_UNIT.has(keys[0])) return '';
  for (const key of keys.slice(0, 3)) {
    const found = UNITS.find(([ending]) => ending.test(key));
    if (found) return found[1];
  }
  return '';
}

/** What a path is called in sentences, and its unit: α/β by its name, everything else by its path. */
export function pathWords(path: string): PathWords {
  if (COHORT.test(path)) return { label: 'α/β', unit: 'Gy' };
  const [, centre] = UNCERTAIN.exec(path) ?? [];
  if (centre) return { label: `${centre} of α/β`, unit: 'Gy' };
  const [, endpoint] = OF_ENDPOINT.exec(path) ?? [];
  if (endpoint && Object.hasOwn(endpoints, endpoint))
    return { label: `α/β of ${endpoints[endpoint as keyof typeof endpoints].label}`, unit: 'Gy' };
  return { label: path, unit: unitOf(path) };
}

/** Keys that say little without the one before them. */
const BARE = new Set(['schedule', 'median', 'mean', 'sigma', 'sd', 'cv', 'rate', 'value', 'model', 'test']);

/** What each of several paths is called beside the others: as short as tells them apart. */
export function pathLabels(paths: readonly string[]): string[] {
  const short = paths.map((path) => {
    const { label } = pathWords(path);
    const keys = path.split('.');
    return label === path ? keys.slice(BARE.has(keys.at(-1)!) ? -2 : -1).join('.') : label;
  });
  return short.map((name, i) => (short.indexOf(name) === short.lastIndexOf(name) ? name : paths[i]));
}

/** The same as headings, with their units. */
export function pathHeadings(paths: readonly string[]): string[] {
  return pathLabels(paths).map((label, i) => {
    const { unit } = pathWords(paths[i]);
    return unit === '' || UNITS.some(([ending]) => ending.test(label)) ? label : `${label} (${unit})`;
  });
}
