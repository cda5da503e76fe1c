import { type EffectOnScale, SCORE_95 } from './treatment-effect.ts';

/** What a planned trial must observe under the two ways to use an earlier comparison, differences below 0 being worse. */
export interface TwoMethods {
  /** Standard error of the planned trial's difference. */
  readonly trialError: number;
  /** The margin, the share of the lower limit that may be lost. */
  readonly fixedMargin: number;
  /** Observed difference at or above which the fixed margin is shown. */
  readonly fixedNeeds: number;
  /** Standard error of the difference plus the share of the earlier effect that may be lost. */
  readonly synthesisError: number;
  /** Observed difference at or above which the synthesis succeeds. */
  readonly synthesisNeeds: number;
}

/**
 * The fixed-margin (95–95) and the synthesis method for a share of an effect that must be retained, both at a one-sided level
 * of 2.5 %.
 *
 * @param retained share, in (0, 1)
 * @param perArm patients in each arm of the planned trial, whose arms are equally good
 * @throws RangeError if the effect comes without its standard error
 * @see FDA 2016, Non-Inferiority Clinical Trials to Establish Effectiveness; Rothmann 2003, Statistics in Medicine 22:239
 */
export function twoMethods(
  { effect, standardError, lowerLimit }: EffectOnScale,
  retained: number,
  controlRate: number,
  perArm: number,
): TwoMethods {
  if (standardError === undefined || lowerLimit === undefined)
    throw new RangeError('invalid effect: it has no standard error');
  const lost = 1 - retained;
  const trialError = Math.sqrt((2 * controlRate * (1 - controlRate)) / perArm);
  // SE² = s² + (1 − f)² σ²
  const synthesisError = Math.sqrt(trialError * trialError + lost * lost * standardError * standardError);
  return {
    trialError,
    fixedMargin: lost * lowerLimit,
    fixedNeeds: SCORE_95 * trialError - lost * lowerLimit,
    synthesisError,
    synthesisNeeds: SCORE_95 * synthesisError - lost * effect,
  };
}
