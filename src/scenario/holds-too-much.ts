import { DEEPEST } from './parse-yaml.ts';

/** Values of a file, those of an alias each time that it is named. */
const MOST_VALUES = 200_000;

/** Values in plain data, up to one more than a file may have; without end in a block that an alias puts into itself. */
function countValues(data: unknown, depth = 0): number {
  let count = 1;
  if (typeof data !== 'object' || data === null) return count;
  if (depth > DEEPEST) return Infinity;
  for (const value of Object.values(data)) {
    count += countValues(value, depth + 1);
    if (count > MOST_VALUES) break;
  }
  return count;
}

/** Whether plain data has more values, or lies deeper, than a file may. */
export const holdsTooMuch = (data: unknown): boolean => countValues(data) > MOST_VALUES;
