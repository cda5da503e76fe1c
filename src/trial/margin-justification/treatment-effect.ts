import { hazardRatioOfDifference } from '../time-margin.ts';

/** What a treatment adds, with what is lost without it, on one scale. */
export interface EffectOnScale {
  /** Of the treatment: a difference of event-free rates, or the logarithm of a hazard ratio; above 0. */
  readonly effect: number;
  /** Its standard error; absent without numbers of patients. */
  readonly standardError?: number;
  /** Lower limit of its two-sided 95 % interval. */
  readonly lowerLimit?: number;
}

/** The effect of a treatment in an earlier comparison with its omission, both scales. */
export interface TreatmentEffect {
  readonly difference: EffectOnScale;
  /** ln of the hazard ratio of omission, hazards being proportional. */
  readonly logHazardRatio: EffectOnScale;
}

/** Event-free rates at one time, with and without the treatment, and the patients that they come from. */
export interface EarlierComparison {
  /** In (0, 1). */
  readonly controlRate: number;
  /** In (0, `controlRate`). */
  readonly withoutRate: number;
  readonly controlPatients?: number | undefined;
  readonly withoutPatients?: number | undefined;
}

/** Standard normal quantile of 0.975. */
export const SCORE_95 = 1.959963984540054;

function withLimit(effect: number, variance: number | undefined): EffectOnScale {
  if (variance === undefined) return { effect };
  const standardError = Math.sqrt(variance);
  return { effect, standardError, lowerLimit: effect - SCORE_95 * standardError };
}

/**
 * The effect of a treatment, with its 95 % limits where patients are given: independent binomial rates, and on the log
 * hazard ratio the delta method.
 *
 * @throws RangeError if the rate without the treatment is not below that with it
 */
export function treatmentEffect(earlier: EarlierComparison): TreatmentEffect {
  const { controlRate: c, withoutRate: w, controlPatients: n, withoutPatients: m } = earlier;
  if (!(w > 0 && w < c && c < 1))
    throw new RangeError(`invalid withoutRate: ${w} (must be above 0 and below the control rate, ${c})`);
  const isCounted = n !== undefined && m !== undefined;
  // Var p̂ = p(1 − p)/n
  const ofRate = (rate: number, patients: number): number => (rate * (1 - rate)) / patients;
  // Var ln(−ln p̂) = (1 − p)/(n p ln² p)
  const ofLogHazard = (rate: number, patients: number): number =>
    (1 - rate) / (patients * rate * Math.log(rate) * Math.log(rate));
  return {
    difference: withLimit(c - w, isCounted ? ofRate(c, n) + ofRate(w, m) : undefined),
    logHazardRatio: withLimit(
      Math.log(hazardRatioOfDifference(c, c - w)),
      isCounted ? ofLogHazard(c, n) + ofLogHazard(w, m) : undefined,
    ),
  };
}

/** Share of an effect that is left when a margin's worth of it is lost; below 0 where the margin is larger than the effect. */
export const retainedShare = (margin: number, effect: number): number => 1 - margin / effect;
