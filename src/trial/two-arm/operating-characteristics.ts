import { rejectionProbability, rejectionRegion } from '../rejection-region.ts';
import type { TwoArmPlan } from '../sample-size/definition.ts';
import type { TwoArmCounts, TwoArmTest } from '../tests/definition.ts';
import { type WorstTypeIError, worstTypeIError } from '../worst-type-i-error.ts';

/** What a test does at given sizes, exactly. */
export interface OperatingCharacteristics {
  readonly power: number;
  /** With the control at its planned rate and the experimental rate the margin below. */
  readonly typeIError: number;
  /** The largest over the control's rates, the experimental rate always the margin below. */
  readonly worst: WorstTypeIError;
}

/** Exact power and type I errors of a prepared test, all pairs of counts enumerated. */
export function operatingCharacteristics(
  { isMonotone }: TwoArmTest,
  rejects: (counts: TwoArmCounts) => boolean,
  { controlRate, experimentalRate, margin }: TwoArmPlan,
  [controlSize, experimentalSize]: readonly [number, number],
): OperatingCharacteristics {
  const region = rejectionRegion(rejects, isMonotone, controlSize, experimentalSize);
  return {
    power: rejectionProbability(region, controlRate, experimentalRate),
    typeIError: rejectionProbability(region, controlRate, controlRate - margin),
    worst: worstTypeIError(region, margin),
  };
}
