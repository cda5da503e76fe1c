/** One value a replicate (or a world), whose mean moves as an estimate does from cell to cell. */
export interface Series {
  readonly length: number;
  at(index: number): number;
  /** Whether every value is 0 or 1. */
  readonly isFlag?: true;
}

/** The difference of two series of the same replicates. */
export const difference = (a: Series, b: Series): Series => ({
  length: a.length,
  at: (index) => a.at(index) - b.at(index),
});

/**
 * The part that each replicate has in a ratio of sums Σe/Σn, such as the rate of an arm: its mean is 0, and its standard
 * error that of the ratio.
 *
 * @see Cochran 1977, Sampling Techniques, ch. 6 (ratio estimates)
 */
export function ratioInfluence(events: Series, sizes: Series): Series {
  const { length } = events;
  let [count, total] = [0, 0];
  for (let r = 0; r < length; r++) {
    count += events.at(r);
    total += sizes.at(r);
  }
  const [ratio, mean] = [count / total, total / length];
  // u = (e − p̂·n)/n̄
  return { length, at: (r) => (events.at(r) - ratio * sizes.at(r)) / mean };
}

/** Standard error of the mean of a series; 0 for one value. */
export function meanError({ length, at }: Series): number {
  if (length < 2) return 0;
  let sum = 0;
  for (let r = 0; r < length; r++) sum += at(r);
  const mean = sum / length;
  let squares = 0;
  for (let r = 0; r < length; r++) squares += (at(r) - mean) * (at(r) - mean);
  return Math.sqrt(squares / (length - 1) / length);
}
