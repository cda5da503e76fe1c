import type { TimeData } from '../time-data.ts';
import { type ArmColumns, armColumns, createRiskTabulator, type RiskTable } from './risk-table.ts';
import { estimateRatio, type RatioEstimate, type Score } from './solve-score.ts';

/** A risk table with what a subdistribution hazard has at risk: also those whom a competing event befell before. */
export interface SubdistributionRisk {
  readonly table: RiskTable;
  /** Probability of not being censored before a row's time, of both arms together. */
  readonly uncensored: Float64Array;
  /** Patients at risk of a failure, those with an earlier competing event by their probability of not being censored since. */
  readonly atRisk: ArmColumns;
}

/**
 * Prepares the risk sets of a subdistribution hazard; the function that it returns fills the same columns at each call.
 *
 * @see Fine & Gray 1999, Journal of the American Statistical Association 94:496
 */
export function createSubdistributionTabulator(): (data: TimeData) => SubdistributionRisk {
  const tabulate = createRiskTabulator();
  let uncensored = new Float64Array(0);
  let atRisk = armColumns(0);
  return (data) => {
    const table = tabulate(data);
    if (table.rows > uncensored.length) {
      uncensored = new Float64Array(2 * table.rows);
      atRisk = armColumns(2 * table.rows);
    }
    let free = 1;
    const befallen = [0, 0];
    for (let row = 0; row < table.rows; row++) {
      uncensored[row] = free;
      for (let arm = 0; arm < 2; arm++) {
        // R(t) = Y(t) + G(t−) Σ 1 / G(Xᵢ−) over competing events at Xᵢ < t
        atRisk[arm][row] = table.atRisk[arm][row] + free * befallen[arm];
        befallen[arm] += table.competing[arm][row] / free;
      }
      const censored = table.censored[0][row] + table.censored[1][row];
      free *= 1 - censored / (table.atRisk[0][row] + table.atRisk[1][row]);
    }
    return { table, uncensored, atRisk };
  };
}

/** Score and information at a subdistribution hazard ratio, with Breslow's ties. */
export function subdistributionScore(risk: SubdistributionRisk, hazardRatio: number, into: Score): void {
  const [controlFailures, experimentalFailures] = risk.table.failures;
  const [controlAtRisk, experimentalAtRisk] = risk.atRisk;
  let [score, information] = [0, 0];
  for (let row = 0; row < risk.table.rows; row++) {
    const failures = controlFailures[row] + experimentalFailures[row];
    if (failures === 0) continue;
    // U = Σ (d₁ − d p), I = Σ d p (1 − p), p = θ R₁ / (R₀ + θ R₁)
    const weighted = hazardRatio * experimentalAtRisk[row];
    const all = controlAtRisk[row] + weighted;
    const share = weighted / all; // first: exactly 1 where the control has nobody
    score += experimentalFailures[row] - failures * share;
    information += failures * share * (controlAtRisk[row] / all);
  }
  into.score = score;
  into.information = information;
}

/** The log subdistribution hazard ratio of greatest partial likelihood; its standard error is that of the information. */
export function subdistributionEstimate(risk: SubdistributionRisk): RatioEstimate {
  let [fallsBelow, startsAbove] = [false, false];
  for (let row = 0; row < risk.table.rows; row++) {
    fallsBelow ||= risk.table.failures[0][row] > 0 && risk.atRisk[1][row] > 0;
    startsAbove ||= risk.table.failures[1][row] > 0 && risk.atRisk[0][row] > 0;
  }
  return estimateRatio((ratio, into) => subdistributionScore(risk, ratio, into), fallsBelow, startsAbove);
}
