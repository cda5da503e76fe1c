import type { RiskTable } from './risk-table.ts';

/** An arm's curves on a grid of times. */
export interface ArmCurves {
  /** Cumulative incidence of failure that nothing comes before (Aalen–Johansen). */
  readonly failure: Float64Array;
  /** Cumulative incidence of a competing event that nothing comes before. */
  readonly competing: Float64Array;
  /** Net probability of failure, competing events taken as censorings (1 − Kaplan–Meier). */
  readonly netFailure: Float64Array;
  /** Patients with at least these years under observation: 0 where the curves are carried on. */
  readonly atRisk: Float64Array;
}

/** Curves of zeros. */
export const createArmCurves = (length: number): ArmCurves => ({
  failure: new Float64Array(length),
  competing: new Float64Array(length),
  netFailure: new Float64Array(length),
  atRisk: new Float64Array(length),
});

/**
 * Writes an arm's step curves at the times of a grid.
 *
 * @param arm 0 control, 1 experimental
 * @param gridYears rising, as many as the curves are long
 */
export function fillArmCurves(
  table: RiskTable,
  arm: number,
  gridYears: ArrayLike<number>,
  curves: ArmCurves,
): void {
  const [atRisk, failures, competing] = [table.atRisk[arm], table.failures[arm], table.competing[arm]];
  let [first, row, control, eventFree, failure, other] = [0, 0, 1, 1, 0, 0];
  for (let point = 0; point < gridYears.length; point++) {
    while (first < table.rows && table.years[first] < gridYears[point]) first++;
    curves.atRisk[point] = first < table.rows ? atRisk[first] : 0;
    for (; row < table.rows && table.years[row] <= gridYears[point]; row++) {
      const [n, d, c] = [atRisk[row], failures[row], competing[row]];
      if (d + c === 0) continue;
      failure += (eventFree * d) / n;
      other += (eventFree * c) / n;
      control *= (n - d) / n;
      eventFree *= (n - d - c) / n;
    }
    curves.failure[point] = failure;
    curves.competing[point] = other;
    curves.netFailure[point] = 1 - control;
  }
}
