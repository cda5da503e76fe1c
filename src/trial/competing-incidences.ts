import { requireNonNegative } from '../numeric/require-non-negative.ts';

/** What two competing events come to by a time. */
export interface CompetingIncidences {
  /** P(the event, and first). */
  readonly incidence: number;
  readonly competingIncidence: number;
  /** One minus Kaplan–Meier with the other event as censoring: P(the event) as if nobody met the other. */
  readonly naive: number;
  /** P(neither event). */
  readonly neither: number;
}

/**
 * Cumulative incidences of two events at constant hazards.
 *
 * @param hazardPerYear above 0
 * @throws RangeError if a hazard or the time is negative
 * @see Kalbfleisch & Prentice 2002, The Statistical Analysis of Failure Time Data, ch. 8
 */
export function competingIncidences(
  hazardPerYear: number,
  competingHazardPerYear: number,
  years: number,
): CompetingIncidences {
  requireNonNegative('hazardPerYear', hazardPerYear);
  requireNonNegative('competingHazardPerYear', competingHazardPerYear);
  requireNonNegative('years', years);
  const all = hazardPerYear + competingHazardPerYear;
  // λ₁/(λ₁ + λ₂) (1 − e^(−(λ₁ + λ₂)t))
  const perHazard = all === 0 ? 0 : -Math.expm1(-all * years) / all;
  return {
    incidence: hazardPerYear * perHazard,
    competingIncidence: competingHazardPerYear * perHazard,
    naive: -Math.expm1(-hazardPerYear * years),
    neither: Math.exp(-all * years),
  };
}
