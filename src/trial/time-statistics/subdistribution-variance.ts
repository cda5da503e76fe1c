import type { SubdistributionRisk } from './subdistribution-risk.ts';

/** Patients of an arm on the way along the rows. */
interface ArmSums {
  /** Whether it is the experimental arm. */
  readonly covariate: 0 | 1;
  /** A = Σ (z − p) θᶻ dΛ so far: what a patient at risk has lost of the score. */
  lost: number;
  /** H = Σ (z − p) θᶻ G(s−) dΛ so far. */
  weightedLost: number;
  /** H of all rows. */
  weightedTotal: number;
  /** Σ 1 / G(X−) over the competing events so far. */
  befallen: number;
}

const armSums: readonly [ArmSums, ArmSums] = [
  { covariate: 0, lost: 0, weightedLost: 0, weightedTotal: 0, befallen: 0 },
  { covariate: 1, lost: 0, weightedLost: 0, weightedTotal: 0, befallen: 0 },
];

/** Adds a row's failures to what the patients at risk have lost; returns p = θ R₁ / (R₀ + θ R₁) there. */
function addFailures({ table, uncensored, atRisk }: SubdistributionRisk, row: number, ratio: number): number {
  const failures = table.failures[0][row] + table.failures[1][row];
  if (failures === 0) return 0;
  const all = atRisk[0][row] + ratio * atRisk[1][row];
  const share = (ratio * atRisk[1][row]) / all;
  for (const sums of armSums) {
    const part = ((sums.covariate - share) * (sums.covariate === 1 ? ratio : 1) * failures) / all;
    sums.lost += part;
    sums.weightedLost += part * uncensored[row];
  }
  return share;
}

function sumTotals(risk: SubdistributionRisk, ratio: number): void {
  for (const sums of armSums) sums.weightedLost = sums.lost = sums.befallen = 0;
  for (let row = 0; row < risk.table.rows; row++) addFailures(risk, row, ratio);
  for (const sums of armSums) {
    sums.weightedTotal = sums.weightedLost;
    sums.weightedLost = sums.lost = 0;
  }
}

/** Squares of the influences of an arm's patients who leave at a row, of which competing events wait for later failures. */
function influenceSquares(
  { table, uncensored }: SubdistributionRisk,
  row: number,
  sums: ArmSums,
  share: number,
  censoringShare: number,
  censoringLost: number,
): number {
  const { covariate, lost, weightedTotal, weightedLost } = sums;
  const common = -lost - censoringLost;
  const failing = common + covariate - share;
  const befallen = common - (weightedTotal - weightedLost) / uncensored[row];
  const censored = common + censoringShare;
  return (
    table.failures[covariate][row] * failing * failing +
    table.competing[covariate][row] * befallen * befallen +
    table.censored[covariate][row] * censored * censored
  );
}

/**
 * Variance of the score of a subdistribution hazard ratio: the sum of the patients' squared influences, that of the estimated
 * probability of censoring included.
 *
 * @see Fine & Gray 1999, Journal of the American Statistical Association 94:496, section 3.2
 */
export function subdistributionScoreVariance(risk: SubdistributionRisk, hazardRatio: number): number {
  const { table, uncensored } = risk;
  sumTotals(risk, hazardRatio);
  let [variance, censoringLost] = [0, 0];
  for (let row = 0; row < table.rows; row++) {
    // q(u) = Σ (H(end) − H(u−)) / G(Xᵢ−) over competing events at Xᵢ < u: the score's loss by censoring at u
    let loss = 0;
    for (const sums of armSums) {
      loss += sums.befallen * (sums.weightedTotal - sums.weightedLost);
      sums.befallen += table.competing[sums.covariate][row] / uncensored[row];
    }
    const share = addFailures(risk, row, hazardRatio);
    const left = table.atRisk[0][row] + table.atRisk[1][row];
    const censoringShare = loss / left;
    const censored = table.censored[0][row] + table.censored[1][row];
    // ψᵢ = q(Xᵢ) / π(Xᵢ) of the censored − Σ q(u) dN(u) / π(u)² up to Xᵢ
    censoringLost += (censoringShare * censored) / left;
    for (const sums of armSums)
      variance += influenceSquares(risk, row, sums, share, censoringShare, censoringLost);
  }
  return variance;
}
