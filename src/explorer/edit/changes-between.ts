import { fieldsOf } from './fields.ts';
import { type SetValues, setAll } from './set-all.ts';

/** What was set in a text to make another of it; undefined where more than values was changed. */
export function changesBetween(text: string, changed: string): SetValues | undefined {
  if (text === changed) return [];
  const before = new Map(fieldsOf(text).map(({ path, value }) => [path, value]));
  const values: SetValues = fieldsOf(changed)
    .filter(({ path, value }) => before.get(path) !== value)
    .map(({ path, value }) => [path, value]);
  if (values.some(([path]) => !before.has(path))) return undefined;
  return setAll(text, values) === changed ? values : undefined;
}
