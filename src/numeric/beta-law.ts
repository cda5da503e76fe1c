import cdf from '@stdlib/stats-base-dists-beta-cdf';
import quantile from '@stdlib/stats-base-dists-beta-quantile';
import { logit } from './logit.ts';
import { normalCdf } from './normal-cdf.ts';

/** Distribution function of the beta law with shapes a and b. */
export function betaCdf(x: number, a: number, b: number): number {
  return x <= 0 ? 0 : x >= 1 ? 1 : cdf(x, a, b);
}

/** Below e^−745 a number is 0. */
const LEAST_LOG = -745;

/**
 * Logit of the beta quantile at the normal score z, solved in the smaller tail so that both keep their digits; finite,
 * even where the quantile is 0 or 1 to the last digit.
 */
export function logitBetaQuantileAtScore(z: number, a: number, b: number): number {
  return z > 0 ? -logitInLowerTail(-z, b, a) : logitInLowerTail(z, a, b);
}

function logitInLowerTail(z: number, a: number, b: number): number {
  return Math.max(LEAST_LOG, logit(quantile(normalCdf(z), a, b)));
}
