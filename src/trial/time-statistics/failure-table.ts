import { FAILURE, type TimeData } from '../time-data.ts';
import { type ArmColumns, armColumns } from './risk-table.ts';

/** One row a distinct time of failure, rising: all that hazards are compared by. */
export interface FailureTable {
  /** Rows used; the columns may be longer. */
  readonly rows: number;
  /** Patients with at least the years of the row. */
  readonly atRisk: ArmColumns;
  readonly failures: ArmColumns;
}

/** The table with what it is made of. */
interface TableBuffers extends FailureTable {
  rows: number;
  /** Times of the rows. */
  readonly years: Float64Array;
}

const emptyTable = (length: number): TableBuffers => ({
  rows: 0,
  atRisk: armColumns(length),
  failures: armColumns(length),
  years: new Float64Array(length),
});

/** Writes a row a failure. */
function fillRows({ size, years, status, arm }: TimeData, table: TableBuffers): void {
  const [controlAtRisk, experimentalAtRisk] = table.atRisk;
  const [controlFailures, experimentalFailures] = table.failures;
  let experimentalLeft = 0;
  for (let i = 0; i < size; i++) experimentalLeft += arm[i];
  let row = 0;
  // Without a branch, which chance would make slow: what is written of others is written over
  for (let i = 0; i < size; i++) {
    table.years[row] = years[i];
    controlAtRisk[row] = size - i - experimentalLeft;
    experimentalAtRisk[row] = experimentalLeft;
    controlFailures[row] = 1 - arm[i];
    experimentalFailures[row] = arm[i];
    row += Number(status[i] === FAILURE);
    experimentalLeft -= arm[i];
  }
  table.rows = row;
}

/** Whether failures have one time. */
function hasTies({ years, rows }: TableBuffers): boolean {
  for (let row = 1; row < rows; row++) if (years[row] === years[row - 1]) return true;
  return false;
}

/** Makes one row of those of one time: failures come before all else of it, so that the first meets all who are at risk. */
function joinTies(table: TableBuffers): void {
  const { years, rows } = table;
  let joined = 0;
  for (let row = 0; row < rows; row++) {
    const isTied = row > 0 && years[row] === years[joined - 1];
    if (!isTied) years[joined++] = years[row];
    for (const arm of [0, 1]) {
      if (isTied) table.failures[arm][joined - 1] += table.failures[arm][row];
      else {
        table.failures[arm][joined - 1] = table.failures[arm][row];
        table.atRisk[arm][joined - 1] = table.atRisk[arm][row];
      }
    }
  }
  table.rows = joined;
}

/** Prepares the table of a trial's failures; the function that it returns fills the same columns at each call. */
export function createFailureTabulator(): (data: TimeData) => FailureTable {
  let table = emptyTable(0);
  return (data) => {
    if (data.size > table.years.length) table = emptyTable(2 * data.size);
    fillRows(data, table);
    if (hasTies(table)) joinTies(table);
    return table;
  };
}

/** Failures of both arms. */
export function countFailures({ rows, failures: [control, experimental] }: FailureTable): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += control[row] + experimental[row];
  return sum;
}
