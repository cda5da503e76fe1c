import type { ReplicateColumns } from './batch-result.ts';
import { type CreateColumns, createColumns } from './simulate-replicates.ts';

/** A column, and what every value of it is before the first replicate. */
interface EmptyColumn {
  readonly column: Float64Array | Uint32Array;
  readonly value: number;
}

/**
 * Creates columns of one trial, each batch's in place of the last one's where they are as many and as long: for who has
 * done with a batch before the next. Columns that outlive some collections of what is young are let go only when all of
 * the memory is searched, for which a thread that keeps little else sees no reason.
 */
export function createColumnStore(): CreateColumns {
  let last: { endpoints: number; columns: ReplicateColumns; empty: EmptyColumn[] } | undefined;
  return (trial, endpoints, rows) => {
    if (last?.endpoints === endpoints && last.columns.rows === rows) {
      for (const { column, value } of last.empty) column.fill(value);
      return last.columns;
    }
    const columns = createColumns(trial, endpoints, rows);
    last = { endpoints, columns, empty: emptyColumns(columns) };
    return columns;
  };
}

function emptyColumns(part: object): EmptyColumn[] {
  return Object.values(part).flatMap((value: unknown) => {
    if (ArrayBuffer.isView(value)) {
      const column = value as EmptyColumn['column'];
      return [{ column, value: column[0] }];
    }
    return typeof value === 'object' && value !== null ? emptyColumns(value) : [];
  });
}
