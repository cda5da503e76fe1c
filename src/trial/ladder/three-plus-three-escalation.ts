/**
 * Probability that a 3+3 design goes up from a level: none of three, or one of three and none of three more.
 *
 * @param rate of toxicity at the level
 * @see Storer 1989, Biometrics 45:925
 */
export function escalationProbability(rate: number): number {
  const free = 1 - rate;
  const three = free * free * free;
  // (1 − p)³ + 3p(1 − p)⁵
  return three + 3 * rate * free * free * three;
}
