/** What a skeleton is calibrated to. */
export interface SkeletonPlan {
  /** Half the width of the indifference intervals. */
  readonly halfWidth: number;
  readonly target: number;
  /** The level expected to have the target rate, counted from 1. */
  readonly priorLevel: number;
  readonly levels: number;
}

/**
 * A skeleton of the power model by indifference intervals: where the model cannot tell two neighbours apart, the lower has
 * the rate target − half-width and the upper target + half-width. The level expected to be right has the target rate.
 *
 * @throws RangeError if the interval leaves (0, 1), the level is not on the ladder, or the ladder is too long to tell its
 * rates from 0 or 1
 * @see Lee & Cheung 2009, Clin Trials 6:227; Cheung & Chappell 2002, Biometrics 58:671
 */
export function calibratedSkeleton({ halfWidth, target, priorLevel, levels }: SkeletonPlan): number[] {
  const [low, high] = [target - halfWidth, target + halfWidth];
  if (!(halfWidth > 0 && low > 0 && high < 1))
    throw new RangeError(`invalid halfWidth: ${halfWidth} (must leave ${target} ± it within 0 and 1)`);
  if (!(Number.isInteger(priorLevel) && priorLevel >= 1 && priorLevel <= levels))
    throw new RangeError(`invalid priorLevel: ${priorLevel} (must be a level from 1 to ${levels})`);
  // s_k^e^b = θ − δ and s_(k+1)^e^b = θ + δ: ln s_(k+1) = ln s_k · ln(θ + δ)/ln(θ − δ)
  const ratio = Math.log(high) / Math.log(low);
  const logs = new Array<number>(levels);
  logs[priorLevel - 1] = Math.log(target);
  for (let level = priorLevel; level < levels; level++) logs[level] = logs[level - 1] * ratio;
  for (let level = priorLevel - 2; level >= 0; level--) logs[level] = logs[level + 1] / ratio;
  const skeleton = logs.map(Math.exp);
  if (!skeleton.every((rate, i) => rate > (i === 0 ? 0 : skeleton[i - 1]) && rate < 1))
    throw new RangeError(`invalid levels: ${levels} (too many for rates that differ)`);
  return skeleton;
}
