/** How far several chains can be trusted for the mean of one quantity. */
export interface ChainSummary {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Potential scale reduction of the chains split in halves; near 1 when they agree. */
  readonly rHat: number;
  /** Independent draws that would know the mean as well. */
  readonly effectiveSize: number;
  /** Monte Carlo standard error of the mean. */
  readonly mcse: number;
}

/**
 * Mean, spread, split-R̂ and effective sample size of chains of equal, even length.
 *
 * @see Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., §11.4–11.5; Geyer 1992, Statistical Science 7:473 (where the
 * sum of autocorrelations ends)
 * @throws RangeError if the chains are shorter than 8 or differ in length
 */
export function summariseChains(chains: readonly Float64Array[]): ChainSummary {
  const length = chains[0]?.length ?? 0;
  if (length < 8 || chains.some((chain) => chain.length !== length))
    throw new RangeError(
      `invalid chains: lengths ${chains.map((chain) => chain.length)} (must be equal, >= 8)`,
    );
  const half = Math.floor(length / 2);
  const halves = chains.flatMap((chain) => [chain.subarray(0, half), chain.subarray(half, 2 * half)]);
  const means = halves.map(meanOf);
  const mean = meanOf(means);
  const within = meanOf(halves.map((chain, i) => autocovariance(chain, means[i], 0) * (half / (half - 1))));
  const between = means.reduce((sum, m) => sum + (m - mean) * (m - mean), 0) / (halves.length - 1);
  // var⁺ = (h − 1)/h·W + B/h, B/h being the variance of the means
  const total = (within * (half - 1)) / half + between;
  const draws = half * halves.length;
  const effectiveSize = total > 0 ? draws / autocorrelationTime(halves, means, within, total) : draws;
  const standardDeviation = Math.sqrt(total);
  return {
    mean,
    standardDeviation,
    rHat: within > 0 ? Math.sqrt(total / within) : 1,
    effectiveSize,
    mcse: standardDeviation / Math.sqrt(effectiveSize),
  };
}

/** Chains still correlated after so many steps are bad enough for R̂ and the effective size to say so. */
const MOST_LAGS = 2000;

/** 1 + 2Σρ over Geyer's initial monotone sequence of pairs; at least that of independent draws halved. */
function autocorrelationTime(
  halves: readonly Float64Array[],
  means: readonly number[],
  within: number,
  total: number,
): number {
  const half = halves[0].length;
  const rho = (lag: number): number =>
    1 - (within - meanOf(halves.map((chain, i) => autocovariance(chain, means[i], lag)))) / total;
  let sum = 0;
  let least = Infinity;
  for (let lag = 0; lag + 1 < Math.min(half, MOST_LAGS); lag += 2) {
    const pair = (lag === 0 ? 1 : rho(lag)) + rho(lag + 1);
    if (!(pair > 0)) break;
    least = Math.min(least, pair);
    sum += least;
  }
  return Math.max(2 * sum - 1, 0.5);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

function autocovariance(chain: Float64Array, mean: number, lag: number): number {
  let sum = 0;
  for (let i = lag; i < chain.length; i++) sum += (chain[i] - mean) * (chain[i - lag] - mean);
  return sum / chain.length;
}
