/** A value of a cell; null where the row has none. */
export type Cell = string | number | null;

/** A column of the table of replicates. */
export interface TableColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
}
