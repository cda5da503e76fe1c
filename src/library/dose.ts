import { requirePositive } from '../numeric/require-argument.ts';
import { createCourse } from '../radiobiology/course.ts';
import { createEffectiveDose } from '../radiobiology/create-effective-dose.ts';
import type { EffectiveDose } from '../radiobiology/effective-dose.ts';
import { parseSchedule } from '../radiobiology/parse-schedule.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import { requireOptions } from './require-options.ts';
import { requireSchedule } from './require-schedule.ts';

/** At what α/β a dose is stated. */
export interface DoseOptions {
  /** α/β in Gy, > 0. */
  readonly alphaBetaGy: number;
}

/** What a schedule brings, with complete repair between fractions. @throws RangeError for a schedule or an α/β that is none */
export function doseOf(schedule: string | Schedule, options: DoseOptions): EffectiveDose {
  requireOptions(options, ['alphaBetaGy']);
  requirePositive('alphaBetaGy', options.alphaBetaGy);
  return createEffectiveDose(
    createCourse(typeof schedule === 'string' ? parseSchedule(schedule) : requireSchedule(schedule)),
    {},
  );
}
