/**
 * Wilson's score limits of a proportion: the rates at which the count is just `score` null standard errors away.
 *
 * @param score z > 0, the normal score of the level
 * @see Wilson 1927, J Am Stat Assoc 22:209
 */
export function wilsonLimits(events: number, size: number, score: number): [low: number, high: number] {
  const missed = size - events;
  const square = score * score;
  // (x + z²/2 ∓ z √(x (n − x)/n + z²/4)) / (n + z²)
  const half = score * Math.sqrt((events * missed) / size + square / 4);
  return [
    events === 0 ? 0 : (events + square / 2 - half) / (size + square),
    missed === 0 ? 1 : (events + square / 2 + half) / (size + square),
  ];
}
