import { stieltjesIntegral } from '../numeric/stieltjes-integral.ts';
import type { Observed } from './observation.ts';
import type { SurvivalCurve } from './survival-curve.ts';

/**
 * Variance of a Kaplan–Meier estimate at a time, times the patients: Greenwood’s, as expected under a follow-up.
 *
 * @throws RangeError if nobody is followed so long
 * @see Greenwood 1926, Reports on Public Health and Medical Subjects 33
 */
export function kaplanMeierVariance(
  curve: SurvivalCurve,
  { share, breaks }: Observed,
  years: number,
): number {
  if (!(share(years) > 0))
    throw new RangeError(`invalid atYears: ${years} (must be a time to which patients are followed)`);
  const atTime = curve(years);
  // S(t)² ∫ dH/(S G) = S(t)² ∫ (1/G) d(1/S)
  return (
    atTime *
    atTime *
    stieltjesIntegral(
      (t) => 1 / share(t),
      (t) => 1 / curve(t),
      years,
      breaks,
    )
  );
}
