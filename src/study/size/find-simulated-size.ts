import { type Estimate, estimateProportion } from '../../numeric/monte-carlo.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { fitProbitLine, type ProbitPoint } from './probit-line.ts';
import type { Found } from './size-result.ts';
import type { SizeScale } from './size-scale.ts';

/** Trials that succeed, of replicates `from` … `to` − 1 in a size. */
export type SuccessesAt = (size: number, from: number, to: number) => Promise<number>;

/** How precise the search is. */
export interface Precision {
  readonly confidence: number;
  /** The search ends when half the interval is at most this share of the size, or after so many replicates. */
  readonly relative: number;
  readonly mostReplicates: number;
}

export const PRECISION: Precision = { confidence: 0.95, relative: 0.02, mostReplicates: 200_000 };

/** Replicates of the first size, and of each that finds the place. */
const FIRST = 500;
/** Replicates of the largest size, before it is said that none does. */
const AT_LAST = 4000;
/** A recommended size that does not do is raised by this share. */
const BUMP = 0.02;
/** The place is found when a step is at most this share of the size. */
const NEAR = 0.15;
/** Sizes that find the place. */
const MOST_STEPS = 12;
/** How far from the estimate a round’s other sizes lie, as a share of it: near enough for a line, far enough for its slope. */
const SPREAD = 0.15;

/**
 * The size with which simulated power reaches a target. Power’s normal score is close to a line in √n: sizes near the
 * answer are simulated, every one with replicates of its own, until the size at which the fitted line reaches the target
 * has an interval as narrow as is asked.
 *
 * @param start a size to begin with
 * @param levelScore normal score of the level, for the first steps only
 */
export async function findSimulatedSize(
  successesAt: SuccessesAt,
  target: number,
  { step, most }: Pick<SizeScale, 'step' | 'most'>,
  start: number,
  levelScore: number,
  { confidence, relative, mostReplicates }: Precision = PRECISION,
): Promise<Found> {
  const whole = (size: number): number => Math.max(1, Math.round(size / step)) * step;
  const last = Math.floor(most / step) * step;
  const points: ProbitPoint[] = [];
  let used = 0;
  const simulate = async (size: number, replicates: number): Promise<ProbitPoint> => {
    const successes = await successesAt(size, used, used + replicates);
    used += replicates;
    const point = { size, successes, replicates };
    points.push(point);
    return point;
  };
  const check = async (size: number, replicates: number): Promise<Estimate> => {
    const successes = await successesAt(size, used, used + replicates);
    used += replicates;
    return estimateProportion(successes, replicates);
  };
  let size = Math.min(last, whole(start));
  // The largest size seen below the target, and the smallest at or above it
  let [below, above] = [0, Infinity];
  for (let k = 0; k < MOST_STEPS; k++) {
    const point = await simulate(size, FIRST);
    const isReached = point.successes >= target * point.replicates;
    if (isReached) above = Math.min(above, size);
    else below = Math.max(below, size);
    if (!isReached && size === last) return levelledOff(await simulate(last, AT_LAST), target, confidence);
    const by = Math.min(last, whole(nextSize(point, target, levelScore)));
    const isAstray = above < Infinity && below > 0 && (by <= below || by >= above);
    const next = isAstray ? whole(Math.sqrt(below * above)) : by;
    const isNear = Math.abs(next - size) <= NEAR * size;
    size = next;
    if (isNear) break;
  }
  const score = normalQuantile((1 + confidence) / 2);
  for (let replicates = FIRST; ; replicates *= 2) {
    const apart = Math.max(step, whole(SPREAD * size));
    for (const place of [size - apart, size, size + apart])
      await simulate(Math.min(last, Math.max(step, place)), replicates);
    const near = points.filter((p) => p.size >= 0.6 * size && p.size <= 1.6 * size);
    const { root, error } = fitProbitLine(near).rootAt(target);
    if (root >= last) return levelledOff(await simulate(last, AT_LAST), target, confidence);
    size = whole(root);
    const isDone = score * error <= relative * root || used >= mostReplicates;
    if (!isDone) continue;
    const low = Math.max(step, Math.floor((root - score * error) / step) * step);
    let high = Math.min(last, Math.ceil((root + score * error) / step) * step);
    let reached = await check(high, 4 * replicates);
    // The saws of a discrete test may cut into what the line recommends
    for (let k = 0; k < MOST_STEPS && high < last; k++) {
      if (reached.estimate + score * reached.mcse >= target) break;
      high = Math.min(last, high + Math.max(step, whole(BUMP * high)));
      reached = await check(high, 4 * replicates);
    }
    return {
      kind: 'simulated',
      estimate: Math.min(high, Math.ceil(root / step) * step),
      interval: [low, high],
      confidence,
      recommended: high,
      reached,
    };
  }
}

/** Where the line through the level at no patients and this point reaches the target. */
function nextSize({ size, successes, replicates }: ProbitPoint, target: number, levelScore: number): number {
  const share = Math.min(replicates - 0.5, Math.max(0.5, successes)) / replicates;
  // √n₂/√n₁ = (z_target + z_α)/(z_1 + z_α)
  const slope = Math.max(0.25 * (normalQuantile(target) + levelScore), normalQuantile(share) + levelScore);
  const ratio = (normalQuantile(target) + levelScore) / slope;
  return size * ratio * ratio;
}

/** What is said where the largest size does not show the target, or power hardly rises with the size. */
function levelledOff(
  { size, successes, replicates }: ProbitPoint,
  target: number,
  confidence: number,
): Found {
  const { estimate, mcse } = estimateProportion(successes, replicates);
  const share = `${(100 * estimate).toFixed(1)} ± ${(100 * mcse).toFixed(1)} %`;
  const isBelow = estimate + normalQuantile((1 + confidence) / 2) * mcse < target;
  const reason = isBelow
    ? `up to ${size} patients, the most that a design may have, where it is ${share}`
    : `for certain: power levels off near the target, at ${share} with ${size} patients`;
  return { kind: 'none', isCertain: false, reason };
}
