import type { RiskTable } from './risk-table.ts';
import { estimateRatio, type RatioEstimate, type Score } from './solve-score.ts';
import { type TiedMoments, tiedMoments } from './tied-failures.ts';

const moments: TiedMoments = { mean: 0, variance: 0 };

/**
 * Score and information of the partial likelihood at a cause-specific hazard ratio: competing events are censorings.
 *
 * @see Cox 1972, Journal of the Royal Statistical Society B 34:187
 */
export function coxScore(table: RiskTable, hazardRatio: number, into: Score): void {
  const [controlFailures, experimentalFailures] = table.failures;
  const [controlAtRisk, experimentalAtRisk] = table.atRisk;
  let [score, information] = [0, 0];
  for (let row = 0; row < table.rows; row++) {
    const failures = controlFailures[row] + experimentalFailures[row];
    if (failures === 0) continue;
    tiedMoments(failures, controlAtRisk[row], experimentalAtRisk[row], hazardRatio, moments);
    // U = Σ (d₁ − E d₁), I = Σ Var d₁; of one failure p = θ n₁ / (n₀ + θ n₁) and p (1 − p)
    score += experimentalFailures[row] - moments.mean;
    information += moments.variance;
  }
  into.score = score;
  into.information = information;
}

/** The log hazard ratio of greatest partial likelihood. */
export function coxEstimate(table: RiskTable): RatioEstimate {
  let [fallsBelow, startsAbove] = [false, false];
  for (let row = 0; row < table.rows; row++) {
    const [control, experimental] = [table.failures[0][row], table.failures[1][row]];
    fallsBelow ||= control > 0 && experimental < table.atRisk[1][row];
    startsAbove ||= experimental > 0 && control < table.atRisk[0][row];
  }
  return estimateRatio((ratio, into) => coxScore(table, ratio, into), fallsBelow, startsAbove);
}
