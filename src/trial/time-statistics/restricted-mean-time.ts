import type { RiskTable } from './risk-table.ts';

/** An arm's mean time without failure, cut at a time. */
export interface RestrictedMean {
  readonly years: number;
  readonly variance: number;
}

/**
 * Area under an arm's Kaplan–Meier curve up to a time, the last value carried past the last observation, with Greenwood's
 * variance.
 *
 * @param arm 0 control, 1 experimental
 * @see Royston & Parmar 2013, BMC Medical Research Methodology 13:152
 */
export function restrictedMeanTime(table: RiskTable, arm: number, atYears: number): RestrictedMean {
  const area = areaOf(table, arm, atYears, 0).area;
  return { years: area, variance: areaOf(table, arm, atYears, area).variance };
}

/** The area, and the variance if that is the `total` area. */
function areaOf(table: RiskTable, arm: number, atYears: number, total: number) {
  const [atRisk, failures] = [table.atRisk[arm], table.failures[arm]];
  let [control, area, variance, start] = [1, 0, 0, 0];
  for (let row = 0; row < table.rows && table.years[row] <= atYears; row++) {
    const [n, d] = [atRisk[row], failures[row]];
    if (d === 0) continue;
    area += control * (table.years[row] - start);
    start = table.years[row];
    control *= (n - d) / n;
    // Var = Σ (∫ S from s to the end)² d / (n (n − d)); past the step to 0 the integral is 0
    const later = total - area;
    if (d < n) variance += (later * later * d) / (n * (n - d));
  }
  return { area: area + control * (atYears - start), variance };
}
