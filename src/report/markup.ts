const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no markup may hold, and marks that turn the direction of the text after them. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** Text without what no markup may hold, nor what would turn the text around it. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '\ufffd');
}

/** Text as it may stand in HTML and SVG, between tags and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Markup that is safe as it stands: made by {@link markup}, or trusted by name. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

/** What a template may hold: text and numbers are escaped, markup is not, lists are joined, nothing is nothing. */
export type MarkupValue = string | number | Markup | undefined | readonly MarkupValue[];

function sourceOf(value: MarkupValue): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.source;
  if (typeof value === 'object') return value.map(sourceOf).join('');
  return escapeMarkup(String(value));
}

/** A template of HTML that escapes whatever is put into it, so that forgetting is not possible. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return new Markup(parts.reduce((all, part, i) => all + sourceOf(values[i - 1]) + part));
}
