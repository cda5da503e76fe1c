import type { QuantityName } from '../study/sweep/cell-quantity.ts';
import { pathHeadings } from '../study/sweep/path-words.ts';
import type { CellSummary, SweepResult, SweepRow } from '../study/sweep/sweep-result.ts';

/** A cell under one truth: a line of a table. */
export interface SweptCase {
  readonly cell: CellSummary;
  readonly truth: string;
  /** The row of a quantity; undefined where the cell has none. */
  row(quantity: QuantityName, of: string): SweepRow | undefined;
}

/** Every cell under every truth, in order. */
export function sweptCases({ cells, truths, rows }: SweepResult): SweptCase[] {
  const key = (cell: number, truth: string, quantity: string, of: string): string =>
    `${cell}/${truth}/${quantity}/${of}`;
  const found = new Map(rows.map((row) => [key(row.cell, row.truth, row.quantity, row.of), row]));
  return cells.flatMap((cell) =>
    truths.map((truth) => ({
      cell,
      truth,
      row: (quantity: QuantityName, of: string) => found.get(key(cell.cell, truth, quantity, of)),
    })),
  );
}

/** What a table says first of a line: the values of the varied paths, and the truth where there are several. */
export interface CaseHead {
  readonly headings: readonly string[];
  cells(swept: SweptCase): string[];
}

/** The longest value that a table shows whole. */
const LONGEST = 32;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** The first columns of a table of cells. */
export function caseHead({ paths, truths }: SweepResult): CaseHead {
  const names = paths.map(({ path }) => path);
  const hasTruths = truths.length > 1;
  return {
    headings: [...pathHeadings(names).map(shortened), ...(hasTruths ? ['truth'] : [])],
    cells: ({ cell, truth }) => [
      ...names.map((path) => shortened(cell.values[path] || 'as stated')),
      ...(hasTruths ? [truth] : []),
    ],
  };
}
