import { atRiskAt, type RiskTable } from './risk-table.ts';

/** An arm's cumulative incidences at a time. */
export interface IncidencePoint {
  /** Probability of a failure that nothing comes before. */
  readonly failure: number;
  /** Probability of a competing event that nothing comes before. */
  readonly competing: number;
  /** Variance of {@link failure}. */
  readonly variance: number;
  /** Failures up to the time, that included. */
  readonly failures: number;
  /** Patients still under observation at the time. */
  readonly atRisk: number;
}

/** What of a binomial variance is left where `events` of `atRisk` happen at one time. */
const tieFactor = (events: number, atRisk: number): number =>
  events > 1 ? (atRisk - events) / (atRisk - 1) : 1;

/** Aalen's delta-method variance of a cumulative incidence of failure, given its value at the time. */
function incidenceVariance(table: RiskTable, arm: number, atYears: number, failureAtEnd: number): number {
  const [atRisk, failures, competing] = [table.atRisk[arm], table.failures[arm], table.competing[arm]];
  let [eventFree, failure, variance] = [1, 0, 0];
  for (let row = 0; row < table.rows && table.years[row] <= atYears; row++) {
    const [n, d, c] = [atRisk[row], failures[row], competing[row]];
    if (d + c === 0) continue;
    const scale = eventFree / n;
    failure += scale * d;
    eventFree *= (n - d - c) / n;
    // g = (F(t) − F(s)) / S(s), Var F(t) = Σ (S(s−) / n)² (d (1 − g)² + c g²), each with its tie factor
    const later = eventFree > 0 ? (failureAtEnd - failure) / eventFree : 0;
    variance +=
      scale * scale * (d * tieFactor(d, n) * (1 - later) * (1 - later) + c * tieFactor(c, n) * later * later);
  }
  return variance;
}

/**
 * The Aalen–Johansen estimates of an arm's cumulative incidences at a time; the last values are carried past the last
 * observation.
 *
 * @param arm 0 control, 1 experimental
 * @see Aalen & Johansen 1978, Scandinavian Journal of Statistics 5:141; Aalen 1978, Annals of Statistics 6:534
 */
export function cumulativeIncidenceAt(table: RiskTable, arm: number, atYears: number): IncidencePoint {
  const [atRisk, failures, competing] = [table.atRisk[arm], table.failures[arm], table.competing[arm]];
  let [eventFree, failure, other, sum] = [1, 0, 0, 0];
  for (let row = 0; row < table.rows && table.years[row] <= atYears; row++) {
    const [n, d, c] = [atRisk[row], failures[row], competing[row]];
    if (d + c === 0) continue;
    // F ← F + S(s−) d / n, S ← S (n − d − c) / n
    failure += (eventFree * d) / n;
    other += (eventFree * c) / n;
    eventFree *= (n - d - c) / n;
    sum += d;
  }
  const variance = incidenceVariance(table, arm, atYears, failure);
  return { failure, competing: other, variance, failures: sum, atRisk: atRiskAt(table, arm, atYears) };
}
