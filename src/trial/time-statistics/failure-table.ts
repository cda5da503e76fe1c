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

/** Prepares the table of a trial's failures; the function that it returns fills the same columns at each call. */
export function createFailureTabulator(): (data: TimeData) => FailureTable {
  const emptyTable = (length: number) => ({
    rows: 0,
    atRisk: armColumns(length),
    failures: armColumns(length),
  });
  let table = emptyTable(0);
  return ({ size, years, status, arm }) => {
    if (size > table.atRisk[0].length) table = emptyTable(2 * size);
    const [controlAtRisk, experimentalAtRisk] = table.atRisk;
    const [controlFailures, experimentalFailures] = table.failures;
    let experimentalLeft = 0;
    for (let i = 0; i < size; i++) experimentalLeft += arm[i];
    let row = -1;
    let rowYears = Number.NaN;
    for (let i = 0; i < size; i++) {
      if (status[i] === FAILURE) {
        // Failures come before all else of their time, so that the first of them meets all who are at risk
        if (years[i] !== rowYears) {
          rowYears = years[i];
          row++;
          controlAtRisk[row] = size - i - experimentalLeft;
          experimentalAtRisk[row] = experimentalLeft;
          controlFailures[row] = 0;
          experimentalFailures[row] = 0;
        }
        if (arm[i] === 0) controlFailures[row]++;
        else experimentalFailures[row]++;
      }
      experimentalLeft -= arm[i];
    }
    table.rows = row + 1;
    return table;
  };
}

/** Failures of both arms. */
export function countFailures({ rows, failures: [control, experimental] }: FailureTable): number {
  let sum = 0;
  for (let row = 0; row < rows; row++) sum += control[row] + experimental[row];
  return sum;
}
