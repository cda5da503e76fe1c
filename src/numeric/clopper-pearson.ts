import { logitBetaQuantileAtScore } from './beta-law.ts';
import { expit } from './logit.ts';

/** Standard normal quantile of 0.975. */
const SCORE_95 = 1.959963984540054;

/**
 * Exact interval of a proportion, of 95 % unless the normal score of another level is given.
 *
 * @param count events, from 0 to `size`
 * @param score z > 0: each side leaves out 1 − Φ(z)
 * @see Clopper & Pearson 1934, Biometrika 26:404
 */
export function clopperPearson(count: number, size: number, score = SCORE_95): [low: number, high: number] {
  // low: quantile 1 − Φ(z) of Beta(k, n − k + 1); high: quantile Φ(z) of Beta(k + 1, n − k)
  return [
    count === 0 ? 0 : expit(logitBetaQuantileAtScore(-score, count, size - count + 1)),
    count === size ? 1 : expit(logitBetaQuantileAtScore(score, count + 1, size - count)),
  ];
}
