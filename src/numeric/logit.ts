/** Log odds of a probability: ln(p / (1 − p)); −∞ at 0, +∞ at 1. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Probability of log odds: 1 / (1 + e^−x), the inverse of {@link logit}. */
export function expit(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
