import { type Markup, markup } from './markup.ts';

/** A path that may break after a dot and before a capital. */
export function pathMarkup(path: string): Markup {
  const parts = path.split(/(?<=\.)|(?=[A-Z])/);
  return markup`<code>${parts.map((part, i) => (i === 0 ? part : markup`<wbr>${part}`))}</code>`;
}
