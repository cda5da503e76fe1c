import type { TimeData } from '../time-data.ts';

/** A column of each arm: the control's, the experimental arm's. */
export type ArmColumns = readonly [control: Float64Array, experimental: Float64Array];

/** One row a distinct time, rising: who was under observation until then, and how it ended for whom. */
export interface RiskTable {
  /** Rows used; the columns may be longer. */
  readonly rows: number;
  readonly years: Float64Array;
  /** Patients with at least these years. */
  readonly atRisk: ArmColumns;
  readonly failures: ArmColumns;
  readonly competing: ArmColumns;
  readonly censored: ArmColumns;
}

/** Zeros for each arm. */
export const armColumns = (length: number): ArmColumns => [
  new Float64Array(length),
  new Float64Array(length),
];

const emptyTable = (length: number) => ({
  rows: 0,
  years: new Float64Array(length),
  atRisk: armColumns(length),
  failures: armColumns(length),
  competing: armColumns(length),
  censored: armColumns(length),
});

/** Prepares the table of a trial's times; the function that it returns fills the same columns at each call. */
export function createRiskTabulator(): (data: TimeData) => RiskTable {
  let table = emptyTable(0);
  return ({ size, years, status, arm }) => {
    if (size > table.years.length) table = emptyTable(2 * size);
    const [controlAtRisk, experimentalAtRisk] = table.atRisk;
    const rowYears = table.years;
    // by status, then arm
    const counts = [...table.censored, ...table.failures, ...table.competing];
    for (const column of counts) column.fill(0, 0, size);
    let experimentalLeft = 0;
    for (let i = 0; i < size; i++) experimentalLeft += arm[i];
    let row = -1;
    for (let i = 0; i < size; i++) {
      if (row < 0 || years[i] !== rowYears[row]) {
        row++;
        rowYears[row] = years[i];
        controlAtRisk[row] = size - i - experimentalLeft;
        experimentalAtRisk[row] = experimentalLeft;
      }
      counts[2 * status[i] + arm[i]][row]++;
      experimentalLeft -= arm[i];
    }
    table.rows = row + 1;
    return table;
  };
}

/** Failures of both arms up to a time, that included. */
export function failuresUntil(table: RiskTable, atYears: number): number {
  let sum = 0;
  for (let row = 0; row < table.rows && table.years[row] <= atYears; row++)
    sum += table.failures[0][row] + table.failures[1][row];
  return sum;
}

/** Patients of an arm with at least so many years under observation. */
export function atRiskAt(table: RiskTable, arm: number, atYears: number): number {
  let row = 0;
  while (row < table.rows && table.years[row] < atYears) row++;
  return row < table.rows ? table.atRisk[arm][row] : 0;
}
