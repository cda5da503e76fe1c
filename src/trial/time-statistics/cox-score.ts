import type { FailureTable } from './failure-table.ts';
import { estimateRatio, type RatioEstimate, type Score } from './solve-score.ts';
import { type TiedMoments, tiedMoments } from './tied-failures.ts';

const moments: TiedMoments = { mean: 0, variance: 0 };

/**
 * Score and information of the partial likelihood at a cause-specific hazard ratio: competing events are censorings.
 *
 * @see Cox 1972, Journal of the Royal Statistical Society B 34:187
 */
export function coxScore(table: FailureTable, hazardRatio: number, into: Score): void {
  const [controlFailures, experimentalFailures] = table.failures;
  const [controlAtRisk, experimentalAtRisk] = table.atRisk;
  let score = 0;
  let information = 0;
  // U = Σ (d₁ − E d₁), I = Σ Var d₁
  for (let row = 0; row < table.rows; row++) {
    const failures = controlFailures[row] + experimentalFailures[row];
    if (failures === 1) {
      // p = θ n₁ / (n₀ + θ n₁) and p (1 − p): nearly all rows are of one failure
      const weighted = hazardRatio * experimentalAtRisk[row];
      const atRisk = controlAtRisk[row] + weighted;
      const share = weighted / atRisk;
      score += experimentalFailures[row] - share;
      information += share * (controlAtRisk[row] / atRisk);
    } else {
      tiedMoments(failures, controlAtRisk[row], experimentalAtRisk[row], hazardRatio, moments);
      score += experimentalFailures[row] - moments.mean;
      information += moments.variance;
    }
  }
  into.score = score;
  into.information = information;
}

/** The log hazard ratio of greatest partial likelihood; `atOne` is the score at a ratio of 1, where it is known. */
export function coxEstimate(table: FailureTable, atOne?: Score): RatioEstimate {
  const [controlFailures, experimentalFailures] = table.failures;
  const [controlAtRisk, experimentalAtRisk] = table.atRisk;
  let [fallsBelow, startsAbove] = [false, false];
  for (let row = 0; row < table.rows && !(fallsBelow && startsAbove); row++) {
    const [control, experimental] = [controlFailures[row], experimentalFailures[row]];
    fallsBelow ||= control > 0 && experimental < experimentalAtRisk[row];
    startsAbove ||= experimental > 0 && control < controlAtRisk[row];
  }
  return estimateRatio((ratio, into) => coxScore(table, ratio, into), fallsBelow, startsAbove, atOne);
}
