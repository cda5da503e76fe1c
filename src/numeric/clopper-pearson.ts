import { logitBetaQuantileAtScore } from './beta-law.ts';
import { expit } from './logit.ts';

/** Standard normal quantile of 0.975. */
const Z_95 = 1.959963984540054;

/**
 * Exact 95 % interval of a proportion.
 *
 * @param count events, from 0 to `size`
 * @see Clopper & Pearson 1934, Biometrika 26:404
 */
export function clopperPearson95(count: number, size: number): [low: number, high: number] {
  // low: quantile 0.025 of Beta(k, n − k + 1); high: quantile 0.975 of Beta(k + 1, n − k)
  return [
    count === 0 ? 0 : expit(logitBetaQuantileAtScore(-Z_95, count, size - count + 1)),
    count === size ? 1 : expit(logitBetaQuantileAtScore(Z_95, count + 1, size - count)),
  ];
}
