import type { RiskTable } from './risk-table.ts';

/** Gray's score of the experimental arm: its failures beyond those expected if both arms had one subdistribution hazard. */
export interface GrayScore {
  readonly score: number;
  readonly variance: number;
}

/** One arm on the way along the table. */
interface ArmPath {
  /** Free of any event, just before the row and after it. */
  before: number;
  after: number;
  /** Cumulative incidence of failure just before the row. */
  incidence: number;
}

const controlPath: ArmPath = { before: 1, after: 1, incidence: 0 };
const experimentalPath: ArmPath = { before: 1, after: 1, incidence: 0 };
const paths = [controlPath, experimentalPath];

/**
 * An arm's part of the variance at one row.
 *
 * @param weight w = n₀' n₁' / (n₀' + n₁') of both arms, n' = n / S(s−)
 * @param later C(end) − C(s), C = ∫ w dF / (1 − F)
 * @param pooled F(s), the cumulative incidence of both arms
 * @param step dF(s)
 */
function varianceStep(
  table: RiskTable,
  arm: number,
  row: number,
  weight: number,
  later: number,
  pooled: number,
  step: number,
): number {
  const { before, after } = paths[arm];
  const [n, c] = [table.atRisk[arm][row], table.competing[arm][row]];
  const inflated = n / before;
  const failures = table.failures[0][row] + table.failures[1][row];
  // share of those free of failure whom nothing has befallen, as the weight of what comes later
  const ratio = after > 0 ? (1 - pooled) / after : 0;
  let variance = 0;
  if (failures > 0) {
    // Σ (w + (1 − (1 − F) / S) (C(end) − C))² dF / n'
    const part = weight + (1 - ratio) * later;
    const tied = failures > 1 ? 1 - (failures - 1) / ((failures * before) / step - 1) : 1;
    variance += (part * part * step * tied) / inflated;
  }
  if (c > 0) {
    // Σ ((1 − F) / S (C(end) − C))² d₂ / n'²
    const tied = c > 1 ? 1 - (c - 1) / (n - 1) : 1;
    variance += (ratio * later * ratio * later * c * tied) / (inflated * inflated);
  }
  return variance;
}

/** Score, ∫ w dF / (1 − F), and the variance if that is `total`. */
function walk(table: RiskTable, total: number) {
  for (const path of paths) Object.assign(path, { before: 1, after: 1, incidence: 0 });
  let [score, variance, integral, pooled] = [0, 0, 0, 0];
  for (let row = 0; row < table.rows; row++) {
    const [n0, n1] = [table.atRisk[0][row], table.atRisk[1][row]];
    if (n0 === 0 || n1 === 0) break; // nothing left to compare
    const [d0, d1] = [table.failures[0][row], table.failures[1][row]];
    const [events0, events1] = [d0 + table.competing[0][row], d1 + table.competing[1][row]];
    if (events0 + events1 === 0) continue;
    controlPath.after = (controlPath.before * (n0 - events0)) / n0;
    experimentalPath.after = (experimentalPath.before * (n1 - events1)) / n1;
    const [inflated0, inflated1] = [n0 / controlPath.before, n1 / experimentalPath.before];
    const weight = (inflated0 * inflated1) / (inflated0 + inflated1);
    const step = (d0 + d1) / (inflated0 + inflated1);
    integral += (weight * step) / (1 - pooled);
    pooled += step;
    // U = Σ (d₁ − d R₁ / (R₀ + R₁)), R = n (1 − F(s−)) / S(s−)
    const risk0 = inflated0 * (1 - controlPath.incidence);
    const risk1 = inflated1 * (1 - experimentalPath.incidence);
    score += d1 - ((d0 + d1) * risk1) / (risk0 + risk1);
    const later = total - integral;
    variance += varianceStep(table, 0, row, weight, later, pooled, step);
    variance += varianceStep(table, 1, row, weight, later, pooled, step);
    controlPath.incidence += d0 / inflated0;
    experimentalPath.incidence += d1 / inflated1;
    controlPath.before = controlPath.after;
    experimentalPath.before = experimentalPath.after;
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
