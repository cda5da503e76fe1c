import cdf from '@stdlib/stats-base-dists-binomial-cdf';

/** P(X ≤ count) for X ~ Binomial(size, probability). */
export function binomialCdf(count: number, size: number, probability: number): number {
  return cdf(count, size, probability);
}

/** P(X ≥ count) for X ~ Binomial(size, probability), accurate where it is small. */
export function binomialUpperTail(count: number, size: number, probability: number): number {
  // P(X ≥ c) = P(n − X ≤ n − c)
  return cdf(size - count, size, 1 - probability);
}
