import type { RiskTable } from './risk-table.ts';

/** Gray's score of the experimental arm: its failures beyond those expected if both arms had one subdistribution hazard. */
export interface GrayScore {
  readonly score: number;
  readonly variance: number;
}

/**
 * An arm's part of the variance at one row.
 *
 * @param inflated n' = n / S(s−)
 * @param ratio (1 − F(s)) / S(s), F of both arms together
 * @param later C(end) − C(s), C = ∫ w dF / (1 − F)
 * @param competing the arm's competing events
 * @param failures of both arms
 */
function varianceStep(
  atRisk: number,
  inflated: number,
  ratio: number,
  weight: number,
  later: number,
  competing: number,
  failures: number,
  step: number,
): number {
  let variance = 0;
  if (failures > 0) {
    // Σ (w + (1 − (1 − F) / S) (C(end) − C))² dF / n', w = n₀' n₁' / (n₀' + n₁')
    const part = weight + (1 - ratio) * later;
    const before = atRisk / inflated;
    const tied = failures > 1 ? 1 - (failures - 1) / ((failures * before) / step - 1) : 1;
    variance += (part * part * step * tied) / inflated;
  }
  if (competing > 0) {
    // Σ ((1 − F) / S (C(end) − C))² d₂ / n'²
    const part = (ratio * later) / inflated;
    const tied = competing > 1 ? 1 - (competing - 1) / (atRisk - 1) : 1;
    variance += part * part * competing * tied;
  }
  return variance;
}

/** Score, C = ∫ w dF / (1 − F), and the variance if that is `total`. */
function walk({ rows, atRisk, failures, competing }: RiskTable, total: number) {
  const [[n0s, n1s], [d0s, d1s], [c0s, c1s]] = [atRisk, failures, competing];
  // free of any event, and cumulative incidence, just before the row
  let [free0, free1, incidence0, incidence1] = [1, 1, 0, 0];
  let [score, variance, integral, pooled] = [0, 0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const [n0, n1, d0, d1, c0, c1] = [n0s[row], n1s[row], d0s[row], d1s[row], c0s[row], c1s[row]];
    if (n0 === 0 || n1 === 0) break; // nothing left to compare
    const failing = d0 + d1;
    if (failing + c0 + c1 === 0) continue;
    const [inflated0, inflated1] = [n0 / free0, n1 / free1];
    const weight = (inflated0 * inflated1) / (inflated0 + inflated1);
    const step = failing / (inflated0 + inflated1);
    integral += (weight * step) / (1 - pooled);
    pooled += step;
    // U = Σ (d₁ − d R₁ / (R₀ + R₁)), R = n (1 − F(s−)) / S(s−)
    const [risk0, risk1] = [inflated0 * (1 - incidence0), inflated1 * (1 - incidence1)];
    score += d1 - (failing * risk1) / (risk0 + risk1);
    free0 *= (n0 - d0 - c0) / n0;
    free1 *= (n1 - d1 - c1) / n1;
    const [ratio0, ratio1] = [free0 > 0 ? (1 - pooled) / free0 : 0, free1 > 0 ? (1 - pooled) / free1 : 0];
    const later = total - integral;
    variance += varianceStep(n0, inflated0, ratio0, weight, later, c0, failing, step);
    variance += varianceStep(n1, inflated1, ratio1, weight, later, c1, failing, step);
    incidence0 += d0 / inflated0;
    incidence1 += d1 / inflated1;
  }
  return { score, variance, integral };
}

/**
 * Gray's test of equal subdistribution hazards of failure in two arms, unweighted (rho = 0), with the cumulative incidence
 * of both arms together in the variance.
 *
 * @see Gray 1988, Annals of Statistics 16:1141
 */
export function grayScore(table: RiskTable): GrayScore {
  const { score, variance } = walk(table, walk(table, 0).integral);
  return { score, variance };
}
