import { stringify } from 'yaml';

/** Text that needs no quotes wherever it stands: no sign that YAML reads as its own. */
const SIMPLE = /^[\p{L}\p{N}(][^\p{C}\p{Zl}\p{Zp}#:,[\]{}"'`|>&*!%@\\]*$/u;
/** Letters that a quoted text may hold only in their escaped form. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Text in double quotes, on one line. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text as YAML, on one line: as it stands where that reads as the same text, else in double quotes. */
export function plainOrQuoted(text: string): string {
  const isPlain =
    SIMPLE.test(text) && text.trim() === text && stringify(text, { lineWidth: 0 }) === `${text}\n`;
  return isPlain ? text : doubleQuoted(text);
}

/** A plain value as YAML on one line, fit for any place: `{ median: 4.9, sigma: 0.6 }`. */
export function flowText(value: unknown): string {
  if (typeof value === 'string') return plainOrQuoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${plainOrQuoted(key)}: ${flowText(item)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}
