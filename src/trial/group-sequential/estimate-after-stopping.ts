import { findRoot } from '../../numeric/find-root.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { pathLaw } from '../../numeric/path-law.ts';
import type { SequentialBounds } from './crossing-probabilities.ts';

/** How a group-sequential trial ended. */
export interface SequentialEnd {
  /** Position of the look at which it stopped. */
  readonly look: number;
  /** The normal score there. */
  readonly z: number;
}

/** Estimates of the drift, the mean of the score at information 1; divided by the root of the information, of the effect. */
export interface SequentialEstimate {
  /** By stage-wise ordering: half of all trials with this drift end in favour of less. */
  readonly medianUnbiased: number;
  readonly low: number;
  readonly high: number;
  /** One-sided, of no drift. */
  readonly pValue: number;
  /** As if there had been no earlier looks. */
  readonly naive: { readonly estimate: number; readonly low: number; readonly high: number };
}

/**
 * P(an end at least as much in favour) under a drift, by stage-wise ordering: efficacy at an earlier look is more in favour
 * than any end at this one, futility at an earlier look less.
 *
 * @param bounds of the looks held, at their information; only those before the end count
 * @throws RangeError if there is no such look, or the information does not rise
 */
export function stagewiseTail(
  { information, upper, lower }: SequentialBounds,
  { look, z }: SequentialEnd,
  drift: number,
): number {
  if (!(look >= 0 && look < information.length))
    throw new RangeError(`invalid look: ${look} (must be in 0 … ${information.length - 1})`);
  let law = pathLaw(drift, information[0]);
  let tail = 0;
  for (let k = 0; k < look; k++) {
    tail += law.above(upper[k]);
    law = law.continuing(lower[k], upper[k], information[k + 1]);
  }
  return tail + law.above(z);
}

/**
 * Median-unbiased estimate and confidence limits of a trial that has stopped, by stage-wise ordering; futility bounds count
 * as followed.
 *
 * @param level of the interval, both sides together
 * @throws RangeError if there is no such look, the score is not finite, or the level not in (0, 1)
 * @see Tsiatis, Rosner & Mehta 1984, Biometrics 40:797; Fairbanks & Madsen 1982, Biometrika 69:69
 */
export function estimateAfterStopping(
  bounds: SequentialBounds,
  end: SequentialEnd,
  level = 0.95,
): SequentialEstimate {
  if (!Number.isFinite(end.z)) throw new RangeError(`invalid z: ${end.z} (must be finite)`);
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level} (must be in (0, 1))`);
  const pValue = stagewiseTail(bounds, end, 0);
  const scale = Math.sqrt(bounds.information[end.look]);
  const estimate = end.z / scale;
  const reach = -normalQuantile((1 - level) / 2) / scale;
  const driftAt = (tail: number): number => {
    const gap = (drift: number): number => stagewiseTail(bounds, end, drift) - tail;
    let width = 2 * reach;
    while (gap(estimate - width) > 0 || gap(estimate + width) < 0) width *= 2;
    return findRoot(gap, estimate - width, estimate + width);
  };
  return {
    medianUnbiased: driftAt(0.5),
    low: driftAt((1 - level) / 2),
    high: driftAt((1 + level) / 2),
    pValue,
    naive: { estimate, low: estimate - reach, high: estimate + reach },
  };
}
