import type { RunResult } from '../../engine/result.ts';
import { armLooksTables } from '../arm-looks-tables.ts';
import { type Markup, markup } from '../markup.ts';
import { table } from '../table.ts';
import { sequentialTables, type TextTable, timesTables } from '../times-tables.ts';
import { unbroken } from '../unbroken.ts';

function tableMarkup({ name, note, columns, rows }: TextTable): Markup {
  return markup`<p class="note">${unbroken(note)}</p>
${table(
  name,
  columns.map((heading, i) => ({ heading, isNumber: i > 0 })),
  rows,
)}`;
}

/** What claims on times bring, beside the operating characteristics; nothing without one. */
export function timesSection(result: RunResult): Markup | undefined {
  const tables = timesTables(result);
  return tables.length === 0
    ? undefined
    : markup`<h3>Times of failure</h3>
${tables.map(tableMarkup)}
`;
}

/** The looks of two arms or more; nothing without them. */
export function sequentialMarkup(result: RunResult): Markup | undefined {
  const tables = [...sequentialTables(result), ...armLooksTables(result)];
  return tables.length === 0 ? undefined : markup`${tables.map(tableMarkup)}`;
}
