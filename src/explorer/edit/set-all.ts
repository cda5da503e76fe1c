import { setInText } from './set-in-text.ts';

/** Values by the path at which they are set, in this order. */
export type SetValues = readonly (readonly [path: string, value: unknown])[];

/** A scenario's text with values set, one after another. @throws RangeError, ScenarioError as {@link setInText} does */
export function setAll(text: string, values: SetValues): string {
  return values.reduce((before, [path, value]) => setInText(before, path, value), text);
}
