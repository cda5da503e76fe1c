import { type Markup, markup } from './markup.ts';
import { paddedTable } from './padded-table.ts';
import { table } from './table.ts';
import { unbroken } from './unbroken.ts';
import { wrapLines } from './wrap-lines.ts';

/** A table with its caption, for a terminal or a page; all columns but the first are numbers. */
export interface CaptionedTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table for a terminal, after an empty line. */
export const captionedLines = ({ caption, headings, rows }: CaptionedTable): string[] => [
  '',
  ...wrapLines(caption),
  ...paddedTable([headings, ...rows]),
];

/** A table for a page, under its caption as a heading. */
export function captionedMarkup({ caption, headings, rows }: CaptionedTable): Markup {
  const columns = headings.map((heading, i) => ({ heading, isNumber: i > 0 }));
  return markup`<h3>${unbroken(caption)}</h3>
${table(caption, columns, rows)}
`;
}
