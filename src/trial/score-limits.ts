import { findRoot } from '../numeric/find-root.ts';
import type { Sample } from './difference-intervals/definition.ts';
import { differenceScore } from './difference-score.ts';

/** The search ends this near to a difference of ±1, where no variance is left. */
const END = 1e-12;

/**
 * Limits of a difference of proportions, first − second: the differences at which the score statistic, its variance times
 * `inflation`, is just `score` away from 0.
 *
 * @see Mee 1984, Biometrics 40:1175; Miettinen & Nurminen 1985, Statistics in Medicine 4:213
 */
export function scoreLimits(
  first: Sample,
  second: Sample,
  score: number,
  inflation: number,
): [low: number, high: number] {
  const counts = {
    controlSuccesses: second.events,
    controlSize: second.size,
    experimentalSuccesses: first.events,
    experimentalSize: first.size,
  };
  const scale = 1 / Math.sqrt(inflation);
  const limit = (target: number): number => {
    // Falls from above the target to below it as the difference grows
    const excess = (difference: number): number => scale * differenceScore(counts, -difference) - target;
    if (excess(-1 + END) <= 0) return -1;
    if (excess(1 - END) >= 0) return 1;
    return findRoot(excess, -1 + END, 1 - END);
  };
  return [limit(score), limit(-score)];
}
