import { eqd2Of } from '../radiobiology/effective-dose.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import { type DoseOptions, doseOf } from './dose.ts';

/**
 * Equivalent dose in 2 Gy fractions, in Gy, by the linear-quadratic model with complete repair between fractions.
 *
 * @param schedule as clinicians write it (`15 x 2.85`, `50 Gy/25`, `5 x 5 + 25 x 2`), or as {@link parseSchedule} reads it
 * @throws RangeError for a schedule that cannot be read or given, or an α/β that is not above 0
 * @see Withers, Thames & Peters 1983, Cancer 51:2086 (idea); Fowler 1989, Br J Radiol 62:679
 * @example
 * ```ts
 * import { eqd2 } from 'isoeffect';
 *
 * console.log(eqd2('15 x 2.85', { alphaBetaGy: 4.9 }).toFixed(2)); // 48.02
 * ```
 */
export function eqd2(schedule: string | Schedule, options: DoseOptions): number {
  return eqd2Of(doseOf(schedule, options), options.alphaBetaGy);
}
