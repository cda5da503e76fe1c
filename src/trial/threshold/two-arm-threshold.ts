import { type RejectionRegion, rejectionProbability, rejectionRegion } from '../rejection-region.ts';
import type { TwoArmTest } from '../tests/definition.ts';
import { type RateRange, type WorstTypeIError, worstTypeIError } from '../worst-type-i-error.ts';
import { largestLevel } from './largest-level.ts';

/** A comparison of two arms of stated sizes; rates are of success. */
export interface ThresholdPlan {
  readonly controlRate: number;
  readonly experimentalRate: number;
  /** In [0, 1). */
  readonly margin: number;
  readonly sizes: readonly [control: number, experimental: number];
  readonly sides: 1 | 2;
  /** Control rates over which the type I error is to hold, within [margin, 1]. */
  readonly range: RateRange;
}

/** What a test does at one level, exactly. */
export interface LevelCharacteristics {
  /** Nominal level, on one side or both. */
  readonly alpha: number;
  readonly power: number;
  /** With the control at its planned rate and the experimental rate the margin below. */
  readonly typeIError: number;
  /** The largest over the range. */
  readonly worst: WorstTypeIError;
  readonly region: RejectionRegion;
}

/** A test at the level that was to be held, and at the largest nominal level that does hold it. */
export interface TwoArmThreshold {
  readonly nominal: LevelCharacteristics;
  readonly held: LevelCharacteristics;
}

/** At levels of a half and above a test passes on an estimate at the border. */
const MOST_LEVEL = 0.5;

function atLevel(test: TwoArmTest, plan: ThresholdPlan, alpha: number): LevelCharacteristics {
  const { controlRate, experimentalRate, margin, sizes, sides, range } = plan;
  const rejects = test.create(margin, { alpha, sides });
  const region = rejectionRegion(rejects, test.isMonotone, ...sizes);
  return {
    alpha,
    power: rejectionProbability(region, controlRate, experimentalRate),
    typeIError: rejectionProbability(region, controlRate, controlRate - margin),
    worst: worstTypeIError(region, margin, range),
    region,
  };
}

/**
 * The largest nominal level, to the fourth digit of the target, whose exact type I error is within the target at every
 * control rate of a range: all pairs of counts enumerated. A test rejects at a higher level what it rejects at a lower one.
 *
 * @param target type I error on the better side, in (0, 0.5)
 * @throws RangeError if no level holds it
 * @see Röhmel & Mansmann 1999, Biometrical Journal 41:149 (exact levels of tests with a margin)
 */
export function twoArmThreshold(test: TwoArmTest, plan: ThresholdPlan, target: number): TwoArmThreshold {
  const worstAt = (alpha: number): number => atLevel(test, plan, alpha).worst.typeIError;
  const alpha = largestLevel(worstAt, target, MOST_LEVEL);
  if (alpha === undefined)
    throw new RangeError(
      `no level of the ${test.label} holds a type I error of ${target} at every control rate of the range`,
    );
  return { nominal: atLevel(test, plan, target * plan.sides), held: atLevel(test, plan, alpha) };
}
