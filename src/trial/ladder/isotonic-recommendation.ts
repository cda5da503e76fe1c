import { isotonicFit } from '../../numeric/isotonic-fit.ts';
import type { LadderState } from './ladder-state.ts';

/** Events, and patients without, that each level's estimate counts as seen. */
const SEEN = 0.05;
/** Nearer than this, two levels are as near to the target as each other. */
const SAME = 1e-9;

/**
 * The level whose rate is nearest to the target, by isotonic regression of the posterior means of the levels treated,
 * weighted by the inverse of their variances. Of levels with one pooled rate, the highest where it is below the target,
 * else the lowest.
 *
 * @param below levels that may be recommended, the lowest ones
 * @returns undefined where nobody was treated at any of them
 * @see Liu & Yuan 2015, J R Stat Soc C 64:507; Barlow et al. 1972, Statistical Inference under Order Restrictions
 */
export function isotonicRecommendation(
  { treated, toxic }: LadderState,
  target: number,
  below: number,
): number | undefined {
  const levels = treated.flatMap((count, level) => (level < below && count > 0 ? [level] : []));
  const shapes = levels.map((level) => [toxic[level] + SEEN, treated[level] - toxic[level] + SEEN] as const);
  // Mean a/(a + b), variance ab/((a + b)²(a + b + 1)) of a beta law
  const means = shapes.map(([a, b]) => a / (a + b));
  const weights = shapes.map(([a, b]) => ((a + b) * (a + b) * (a + b + 1)) / (a * b));
  const fitted = isotonicFit(means, weights);
  let best: number | undefined;
  fitted.forEach((rate, i) => {
    const gain = best === undefined ? Infinity : Math.abs(fitted[best] - target) - Math.abs(rate - target);
    if (gain > SAME || (gain >= -SAME && rate < target)) best = i;
  });
  return best === undefined ? undefined : levels[best];
}
