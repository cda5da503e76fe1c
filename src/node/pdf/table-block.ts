import type { HTMLElement } from 'node-html-parser';
import type { CustomTableLayout, TableCell } from 'pdfmake';
import { textWidth } from '../../report/text-width.ts';
import type { Block } from './block.ts';
import { breakCode } from './break-long-words.ts';
import { type ColumnNeed, columnWidths, squeezedWidths } from './column-widths.ts';
import { inlineRuns, plainText, type Run } from './inline-runs.ts';
import { DARK_LINE, LINE } from './look.ts';
import { ROOM } from './page-size.ts';

/** A cell as it stands in HTML. */
interface Cell {
  readonly runs: readonly Run[];
  readonly columns: number;
  readonly alignment: 'left' | 'center' | 'right';
  readonly isBold: boolean;
  /** Stands on one line. */
  readonly isUnparted: boolean;
}

/** Points left and right of the text of a cell. */
const PADDING = 3.5;
/** Sizes of type that a table may take, in points, and the page that it then stands on: the first that fits. */
const FITS = [
  { fontSize: 8, page: 'portrait' },
  { fontSize: 7.2, page: 'portrait' },
  { fontSize: 6.5, page: 'portrait' },
  { fontSize: 7.5, page: 'landscape' },
  { fontSize: 6.5, page: 'landscape' },
] as const;
/** A row of more characters may be parted by the end of a page, so that none is higher than one. */
const MOST_IN_WHOLE_ROW = 1500;

/** Lines under rows alone: darker under the headings. */
const LAYOUT: CustomTableLayout = {
  vLineWidth: () => 0,
  hLineWidth: (line, { table }) => (line === 0 ? 0 : line === (table.headerRows ?? 0) ? 1 : 0.5),
  hLineColor: (line, { table }) => (line === (table.headerRows ?? 0) ? DARK_LINE : LINE),
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

function cellOf(element: HTMLElement, isHead: boolean): Cell {
  const isGroup = element.getAttribute('scope') === 'colgroup';
  const isNumber = element.classList.contains('number');
  return {
    runs: inlineRuns(element.childNodes).map((run) =>
      run.background === undefined ? run : { ...run, text: breakCode(run.text) },
    ),
    columns: Math.max(1, Number(element.getAttribute('colspan') ?? 1)),
    alignment: isGroup ? 'center' : isNumber ? 'right' : 'left',
    isBold: isHead && element.rawTagName.toLowerCase() === 'th',
    isUnparted: isNumber && !isHead,
  };
}

const rowsOf = (table: HTMLElement, selector: string, isHead: boolean): Cell[][] =>
  table
    .querySelectorAll(selector)
    .map((row) => row.querySelectorAll('th, td').map((cell) => cellOf(cell, isHead)));

/** What the text of a cell needs; a number is not parted. */
function needOf({ runs, isBold, isUnparted }: Cell, fontSize: number): { least: number; most: number } {
  const width = (text: string): number => textWidth(text, fontSize, isBold) + 0.5;
  const most = Math.max(...plainText(runs).split('\n').map(width));
  if (isUnparted) return { least: most, most };
  // Where a line may break: spaces, marked places, and behind hyphens and dashes
  const words = runs
    .map(({ text }) => text)
    .join('')
    .split(/[ \n\u200b]|(?<=[-–—])/);
  return { least: Math.max(...words.map(width)), most };
}

/** What each column needs at a size of type; cells over several columns are left to wrap. */
function needsOf(rows: readonly (readonly Cell[])[], columns: number, fontSize: number): ColumnNeed[] {
  const needs = Array.from({ length: columns }, () => ({ least: 0, most: 0, total: 0 }));
  for (const row of rows) {
    let column = 0;
    for (const cell of row) {
      const { least, most } = cell.columns === 1 ? needOf(cell, fontSize) : { least: 0, most: 0 };
      const need = needs[column];
      need.least = Math.max(need.least, least);
      need.most = Math.max(need.most, most);
      need.total += most;
      column += cell.columns;
    }
  }
  return needs;
}

/** The largest type, on the page as it stands where that may be, at which no word is cut. */
function fitOf(rows: readonly (readonly Cell[])[], columns: number, mayTurn: boolean) {
  const fits = FITS.filter(({ page }) => mayTurn || page === 'portrait');
  for (const { fontSize, page } of fits) {
    const widths = columnWidths(needsOf(rows, columns, fontSize), ROOM[page] - 2 * PADDING * columns);
    if (widths) return { fontSize, page, widths, fits: true };
  }
  const { fontSize, page } = fits.at(-1)!;
  const room = ROOM[page] - 2 * PADDING * columns;
  return { fontSize, page, widths: squeezedWidths(needsOf(rows, columns, fontSize), room), fits: false };
}

/** A row for pdfmake, which wants an empty cell for every further column that one stands over. */
const pdfRow = (row: readonly Cell[], columns: number, fits: boolean): TableCell[] => {
  const cells = row.flatMap(({ runs, columns: span, alignment, isBold, isUnparted }): TableCell[] => [
    {
      text: runs.map((run) => ({ ...run })),
      colSpan: span,
      alignment,
      bold: isBold,
      noWrap: isUnparted && fits,
    },
    ...Array.from({ length: span - 1 }, () => ({})),
  ]);
  return [...cells, ...Array.from({ length: columns - cells.length }, () => ({ text: '' }))];
};

/** A table with its headings on every page that it goes over, as large as its page lets it be; nothing where it has no cells. */
export function tableBlock(element: HTMLElement, mayTurn: boolean): Block[] {
  const head = rowsOf(element, 'thead tr', true);
  const body = rowsOf(element, 'tbody tr', false);
  const rows = [...head, ...body];
  const columns = Math.max(0, ...rows.map((row) => row.reduce((total, cell) => total + cell.columns, 0)));
  if (columns === 0) return [];
  const { fontSize, page, widths, fits } = fitOf(rows, columns, mayTurn);
  const longest = Math.max(
    ...rows.map((row) => row.reduce((total, { runs }) => total + plainText(runs).length, 0)),
  );
  const content = {
    table: {
      headerRows: head.length,
      keepWithHeaderRows: body.length > 0 ? 1 : 0,
      dontBreakRows: longest <= MOST_IN_WHOLE_ROW,
      widths,
      body: rows.map((row) => pdfRow(row, columns, fits)),
    },
    layout: LAYOUT,
    fontSize,
    margin: [0, 2, 0, 8] as [number, number, number, number],
  };
  return [{ content, isLandscape: page === 'landscape' }];
}
