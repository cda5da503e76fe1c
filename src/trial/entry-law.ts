import { requireNonNegative } from '../numeric/require-non-negative.ts';

/** How the patients of a trial come, as a share of all of them. */
export interface EntryLaw {
  /** Years from the opening at which all have come. */
  readonly years: number;
  /** Share that has come by so many years from the opening: 0 before it, 1 from {@link years} on. */
  entered(years: number): number;
  /** Years within (0, years) at which the intensity jumps or bends. */
  readonly breaks: readonly number[];
}

/**
 * Entry at a constant rate, after a time in which the rate rises linearly from 0.
 *
 * @param years until all have come; 0 is all at once
 * @param rampYears of them with a rising rate, at most all
 * @throws RangeError if a time is negative, or the ramp longer than accrual
 */
export function uniformEntry(years: number, rampYears = 0): EntryLaw {
  requireNonNegative('years', years);
  requireNonNegative('rampYears', rampYears);
  if (rampYears > years)
    throw new RangeError(`invalid rampYears: ${rampYears} (must be at most the ${years} years of accrual)`);
  // Cumulative intensity t²/(2R) up to R, then t − R/2
  const cumulative = (t: number): number => (t < rampYears ? (t * t) / (2 * rampYears) : t - rampYears / 2);
  return {
    years,
    entered: (t) => (t >= years ? 1 : t <= 0 ? 0 : cumulative(t) / cumulative(years)),
    breaks: rampYears > 0 && rampYears < years ? [rampYears] : [],
  };
}
