/**
 * Twice the binomial log-likelihood ratio of `count` events in `size` trials against probability p: 0 where p = count/size.
 *
 * @param probability in [0, 1]; ∞ is returned where the counts are impossible under it
 */
export function binomialDeviance(count: number, size: number, probability: number): number {
  // D = 2[k ln(k/(n p)) + (n − k) ln((n − k)/(n(1 − p)))]
  const missed = size - count;
  const events = count > 0 ? count * Math.log(count / (size * probability)) : 0;
  const others = missed > 0 ? missed * Math.log(missed / (size * (1 - probability))) : 0;
  return 2 * (events + others);
}
