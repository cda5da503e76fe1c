import { requirePositive } from '../numeric/require-argument.ts';
import { requireNonNegative } from '../numeric/require-non-negative.ts';

/**
 * BED in Gy that clonogens regain per day once they repopulate.
 *
 * @param alphaPerGy α in Gy⁻¹, > 0
 * @param doublingTimeDays Td in days, > 0
 * @throws RangeError for an argument out of range
 * @see Travis & Tucker 1987, IJROBP 13:283
 * @example
 * ```ts
 * import { repopulationGyPerDay } from 'isoeffect';
 *
 * console.log(repopulationGyPerDay(0.3, 5).toFixed(3)); // 0.462
 * ```
 */
export function repopulationGyPerDay(alphaPerGy: number, doublingTimeDays: number): number {
  // K = ln 2/(α Td)
  return (
    Math.LN2 /
    (requirePositive('alphaPerGy', alphaPerGy) * requirePositive('doublingTimeDays', doublingTimeDays))
  );
}

/**
 * Effect (without unit) that repopulation takes back over a course.
 *
 * @param overallTimeDays T, elapsed days: the first fraction is on day 0
 * @param kickOffDays Tk, elapsed days before clonogens repopulate
 * @param doublingTimeDays Td in days, > 0
 * @throws RangeError for an argument out of range
 * @see Travis & Tucker 1987, IJROBP 13:283
 */
export function repopulatedEffect(
  overallTimeDays: number,
  kickOffDays: number,
  doublingTimeDays: number,
): number {
  requireNonNegative('overallTimeDays', overallTimeDays);
  requireNonNegative('kickOffDays', kickOffDays);
  // ln 2 · max(0, T − Tk)/Td
  return (
    (Math.LN2 * Math.max(0, overallTimeDays - kickOffDays)) /
    requirePositive('doublingTimeDays', doublingTimeDays)
  );
}
