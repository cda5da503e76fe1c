import type { Schedule } from '../radiobiology/schedule.ts';
import { type DoseOptions, doseOf } from './dose.ts';

/**
 * Biologically effective dose in Gy, by the linear-quadratic model with complete repair between fractions.
 *
 * @param schedule as clinicians write it (`15 x 2.85`, `50 Gy/25`, `5 x 5 + 25 x 2`), or as {@link parseSchedule} reads it
 * @throws RangeError for a schedule that cannot be read or given, or an α/β that is not above 0
 * @see Barendsen 1982, IJROBP 8:1981; Fowler 1989, Br J Radiol 62:679
 * @example
 * ```ts
 * import { bed } from 'isoeffect';
 *
 * console.log(bed('5 x 6 Gy', { alphaBetaGy: 10 })); // 48
 * ```
 */
export function bed(schedule: string | Schedule, options: DoseOptions): number {
  return doseOf(schedule, options).bed(options.alphaBetaGy);
}
