/** Letters that a link may hold as they stand, besides those that need no escape anywhere. */
const READABLE: Readonly<Record<string, string>> = {
  '%20': '+',
  '%2C': ',',
  '%2F': '/',
  '%3A': ':',
  '%3D': '=',
  '%40': '@',
};

/** A text as it stands in a link: readable where that is safe, a space as `+`. @throws URIError at half a character */
export function escapeText(text: string): string {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (code) => READABLE[code] ?? code);
}

/** The text that stands escaped in a link. @throws URIError if it was not escaped so */
export function unescapeText(escaped: string): string {
  return decodeURIComponent(escaped.replaceAll('+', ' '));
}

const SURROGATE = /\p{Surrogate}/u;

/** Whether a text, or any in a plain value, holds half a character, which no link can carry. */
export function isTorn(value: unknown): boolean {
  if (typeof value === 'string') return SURROGATE.test(value);
  return typeof value === 'object' && value !== null && Object.entries(value).flat().some(isTorn);
}
