import { normalQuantile } from '../numeric/normal-quantile.ts';

/** The normal score of a two-sided interval of this level. */
export function intervalScore(level: number): number {
  return normalQuantile((1 + level) / 2);
}
