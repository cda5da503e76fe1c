import type { TruthResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { exactly, withError } from './numbers.ts';
import { paddedTable } from './padded-table.ts';

/** A probability under each truth. */
export interface TruthColumn {
  readonly heading: string;
  of(truth: TruthResult): Estimate;
}

/** Probabilities that stand beside each other in a table of 100 columns. */
const COLUMNS_A_TABLE = 2;

/** Probabilities by truth for a terminal, simulated and exact, two a table with an empty line between tables. */
export function truthTables(truths: readonly TruthResult[], columns: readonly TruthColumn[]): string[] {
  const tables = Array.from({ length: Math.ceil(columns.length / COLUMNS_A_TABLE) }, (_, i) => {
    const shown = columns.slice(i * COLUMNS_A_TABLE, (i + 1) * COLUMNS_A_TABLE);
    return paddedTable([
      ['Truth', ...shown.flatMap(({ heading }) => [heading, 'exact'])],
      ...truths.map((truth) => [
        truth.name,
        ...shown.flatMap(({ of }) => [withError(of(truth)), exactly(of(truth))]),
      ]),
    ]);
  });
  return tables.flatMap((table, i) => (i === 0 ? table : ['', ...table]));
}
