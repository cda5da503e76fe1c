import type { CellSummary, SweepRow } from './sweep-result.ts';

/** A field of a CSV file as RFC 4180 has it; quoted where it holds what would end it. */
const field = (text: string): string =>
  /^[#\s]|[",\n\r]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const line = (fields: readonly (string | number | undefined)[]): string =>
  `${fields.map((text) => (text === undefined ? '' : field(String(text)))).join(',')}\n`;

const COLUMNS = [
  'truth',
  'quantity',
  'of',
  'estimate',
  'mcse',
  'exact',
  'difference',
  'differenceMcse',
] as const;

/** The header of `sweep.csv`. */
export const sweepHeader = (paths: readonly string[]): string => line([...paths, ...COLUMNS]);

/** The rows of a cell in `sweep.csv`: the values of the varied paths, then one quantity a row. */
export function cellRecords({ values }: CellSummary, rows: readonly SweepRow[]): string {
  const own = Object.values(values);
  return rows.map((row) => line([...own, ...COLUMNS.map((column) => row[column])])).join('');
}

/** A list of cells as `--list` reads it. */
export const cellList = (paths: readonly string[], cells: readonly (readonly string[])[]): string =>
  [paths, ...cells].map(line).join('');
