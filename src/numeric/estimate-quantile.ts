import type { Estimate } from './monte-carlo.ts';

/**
 * A quantile of independent values, with half the distance between the order statistics one standard error of their rank
 * to either side as its MCSE.
 *
 * @param sorted values in ascending order, one or more
 * @see Conover 1999, Practical Nonparametric Statistics, ch. 3 (intervals for quantiles by ranks)
 */
export function estimateQuantile(sorted: ArrayLike<number>, probability: number): Estimate {
  const n = sorted.length;
  const at = (rank: number): number => {
    const place = Math.min(n - 1, Math.max(0, rank));
    const below = Math.floor(place);
    const above = Math.min(n - 1, below + 1);
    const share = place - below;
    // Values may be infinite: none is multiplied by 0, nor taken from itself
    if (share === 0 || sorted[below] === sorted[above]) return sorted[below];
    return sorted[below] + share * (sorted[above] - sorted[below]);
  };
  const rank = probability * (n - 1);
  const reach = Math.sqrt(n * probability * (1 - probability));
  return { estimate: at(rank), mcse: (at(rank + reach) - at(rank - reach)) / 2 };
}
