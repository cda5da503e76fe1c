import { type Markup, type MarkupValue, markup } from './markup.ts';
import { grouped } from './numbers.ts';

/** A column of a table. */
export interface Column {
  readonly heading: MarkupValue;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
}

/** What a table may have besides. */
export interface TableOptions {
  /** A row of headings over the headings. */
  readonly groups?: Markup;
  /** A stacked table puts the cells of a row below each other on a phone: for text rather than numbers. */
  readonly kind?: 'plain' | 'stacked';
}

/** Rows beyond these make a page heavy, and nobody reads them there. */
const MOST_ROWS = 500;

/**
 * A table in a box of its own that scrolls where the page is narrower; the first cell of a row is its heading. Of very
 * long ones the first rows.
 *
 * @param label what the table shows, for those who hear the page
 */
export function table(
  label: string,
  columns: readonly Column[],
  rows: readonly (readonly MarkupValue[])[],
  { groups, kind = 'plain' }: TableOptions = {},
): Markup {
  const side = ({ isNumber }: Column): MarkupValue => (isNumber ? markup` class="number"` : '');
  const headings = columns.map((column) => markup`<th scope="col"${side(column)}>${column.heading}</th>`);
  const cells = (row: readonly MarkupValue[]): Markup[] =>
    row.map((cell, i) =>
      i === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td${side(columns[i])}>${cell}</td>`,
    );
  const shown = rows.slice(0, MOST_ROWS);
  const left =
    shown.length < rows.length
      ? markup`<p class="note">The first ${grouped(shown.length)} of ${grouped(rows.length)} rows; result.json holds all.</p>\n`
      : undefined;
  return markup`<div class="table"><button type="button" data-copy hidden aria-label="Copy as CSV: ${label}">Copy as CSV</button>
<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="${kind}">
<thead>${groups}<tr>${headings}</tr></thead>
<tbody>${shown.map((row) => markup`<tr>${cells(row)}</tr>\n`)}</tbody>
</table></div>${left}</div>`;
}
