/** A number that simulation estimates: the estimate, its Monte Carlo standard error, the exact value where one exists. */
export interface Estimate {
  readonly estimate: number;
  readonly mcse: number;
  readonly exact?: number;
}

const withExact = (estimate: number, mcse: number, exact: number | undefined): Estimate =>
  exact === undefined ? { estimate, mcse } : { estimate, mcse, exact };

/** Standard error of a proportion; at 0 of n or n of n, where that would claim certainty, p is taken half a count inside. */
function proportionError(estimate: number, total: number): number {
  const p = estimate === 0 || estimate === 1 ? 0.5 / (total + 1) : estimate;
  return Math.sqrt((p * (1 - p)) / total);
}

/**
 * A proportion of independent trials with MCSE √(p(1 − p)/n).
 *
 * @see Morris, White & Crowther 2019, Statistics in Medicine 38:2074
 */
export function estimateProportion(count: number, total: number, exact?: number): Estimate {
  return withExact(count / total, proportionError(count / total, total), exact);
}

/**
 * The mean of probabilities that are independent between positions, with MCSE s/√n: each position is one cluster (a
 * world). Where they show no spread that could be estimated (one value, or all 0, or all 1) the MCSE is that of a
 * proportion, which no spread within [0, 1] exceeds. Sums run in index order, so that the same values give the same bytes.
 */
export function estimateMeanProbability(values: ArrayLike<number>, exact?: number): Estimate {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] - mean) * (values[i] - mean);
  const hasSpread = n > 1 && mean !== 0 && mean !== 1;
  return withExact(mean, hasSpread ? Math.sqrt(squares / (n - 1) / n) : proportionError(mean, n), exact);
}

/**
 * The mean of independent values from their sums, with MCSE s/√n; a mean of one value, or of equal ones, has none.
 *
 * @param sum of the values
 * @param squares sum of their squared distances from `centre`
 * @param centre a value near the mean, so that the difference of squares keeps its digits
 */
export function estimateMean(
  { count, sum, squares, centre }: { count: number; sum: number; squares: number; centre: number },
  exact?: number,
): Estimate {
  const mean = sum / count;
  // s² = (Σ(x − c)² − n(x̄ − c)²)/(n − 1)
  const variance =
    count > 1 ? Math.max(0, squares - count * (mean - centre) * (mean - centre)) / (count - 1) : 0;
  return withExact(mean, Math.sqrt(variance / count), exact);
}
