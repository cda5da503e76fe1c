/** A number that simulation estimates: the estimate, its Monte Carlo standard error, the exact value where one exists. */
export interface Estimate {
  readonly estimate: number;
  readonly mcse: number;
  readonly exact?: number;
}

const withExact = (estimate: number, mcse: number, exact: number | undefined): Estimate =>
  exact === undefined ? { estimate, mcse } : { estimate, mcse, exact };

/**
 * A proportion of independent trials with MCSE √(p(1 − p)/n); at 0 of n or n of n, where that would claim
 * certainty, p is taken half a count inside.
 *
 * @see Morris, White & Crowther 2019, Statistics in Medicine 38:2074
 */
export function estimateProportion(count: number, total: number, exact?: number): Estimate {
  const estimate = count / total;
  const p = count === 0 || count === total ? 0.5 / (total + 1) : estimate;
  return withExact(estimate, Math.sqrt((p * (1 - p)) / total), exact);
}

/**
 * The mean of values that are independent between positions, with MCSE s/√n: each position is one cluster (a world).
 * Sums run in index order, so that the same values give the same bytes.
 */
export function estimateMean(values: ArrayLike<number>, exact?: number): Estimate {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] - mean) * (values[i] - mean);
  return withExact(mean, n > 1 ? Math.sqrt(squares / (n - 1) / n) : 0, exact);
}
