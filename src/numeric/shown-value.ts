import { shownText } from './shown-text.ts';

/** A value as a message shows it: texts between quotes; a block's own way of turning into text is none to go by. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return `“${shownText(value)}”`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'a block';
  return shownText(String(value));
}
