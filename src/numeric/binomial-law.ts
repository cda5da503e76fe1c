import cdf from '@stdlib/stats-base-dists-binomial-cdf';

/** P(X ≤ count) for X ~ Binomial(size, probability). */
export function binomialCdf(count: number, size: number, probability: number): number {
  return cdf(count, size, probability);
}
