import { normalCdf } from './normal-cdf.ts';

/** Quantile of the unit exponential: −ln(1 − u). */
export function exponentialQuantile(probability: number): number {
  return -Math.log1p(-probability);
}

/** Quantile of the unit exponential at the normal score z, taken from the smaller tail so that both keep their digits. */
export function exponentialQuantileAtScore(z: number): number {
  return z > 0 ? -Math.log(normalCdf(-z)) : exponentialQuantile(normalCdf(z));
}
