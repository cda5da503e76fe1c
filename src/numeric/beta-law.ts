import cdf from '@stdlib/stats-base-dists-beta-cdf';
import quantile from '@stdlib/stats-base-dists-beta-quantile';
import { logit } from './logit.ts';
import { normalCdf } from './normal-cdf.ts';

/** Distribution function of the beta law with shapes a and b. */
export function betaCdf(x: number, a: number, b: number): number {
  return x <= 0 ? 0 : x >= 1 ? 1 : cdf(x, a, b);
}

/** Logit of the beta quantile at the normal score z, solved in the smaller tail so that both keep their digits. */
export function logitBetaQuantileAtScore(z: number, a: number, b: number): number {
  return z > 0 ? -logit(quantile(normalCdf(-z), b, a)) : logit(quantile(normalCdf(z), a, b));
}
