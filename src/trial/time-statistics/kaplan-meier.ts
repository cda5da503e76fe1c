import { atRiskAt, type RiskTable } from './risk-table.ts';

/** An arm's net curve of control at a time. */
export interface KaplanMeierPoint {
  /** Probability of control; the last value is carried past the last observation. */
  readonly control: number;
  /** The same, of the step before if all who were left failed: above 0. */
  readonly lastAboveZero: number;
  /** Greenwood's variance of the logarithm of {@link lastAboveZero}. */
  readonly logVariance: number;
  /** Failures up to the time, that included. */
  readonly failures: number;
  /** Patients still under observation at the time. */
  readonly atRisk: number;
}

/**
 * The Kaplan–Meier estimate of an arm at a time: control as if nobody had a competing event.
 *
 * @param arm 0 control, 1 experimental
 * @see Kaplan & Meier 1958, Journal of the American Statistical Association 53:457
 */
export function kaplanMeierAt(table: RiskTable, arm: number, atYears: number): KaplanMeierPoint {
  const [atRisk, failures] = [table.atRisk[arm], table.failures[arm]];
  let [control, lastAboveZero, logVariance, sum] = [1, 1, 0, 0];
  for (let row = 0; row < table.rows && table.years[row] <= atYears; row++) {
    const [n, d] = [atRisk[row], failures[row]];
    if (d === 0) continue;
    sum += d;
    // S = Π (n − d) / n, Var ln S = Σ d / (n (n − d))
    control *= (n - d) / n;
    if (d === n) break;
    lastAboveZero = control;
    logVariance += d / (n * (n - d));
  }
  return { control, lastAboveZero, logVariance, failures: sum, atRisk: atRiskAt(table, arm, atYears) };
}

/** Greenwood's variance of a control probability; 0 where the curve has not fallen, or has fallen to 0. */
export const greenwoodVariance = ({ control, logVariance }: KaplanMeierPoint): number =>
  control * control * logVariance;
