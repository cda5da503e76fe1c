import { median } from './median.ts';

/** Ratios of pairs of runs. */
export interface Ratio {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Pairwise ratios numerator/denominator: what slows a whole pair cancels.
 *
 * @throws RangeError if the counts differ or there are none
 */
export function pairedRatio(numerators: readonly number[], denominators: readonly number[]): Ratio {
  if (numerators.length !== denominators.length)
    throw new RangeError(
      `invalid pairs: ${numerators.length} and ${denominators.length} (must be as many of both)`,
    );
  const ratios = numerators.map((numerator, i) => numerator / denominators[i]);
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) };
}
