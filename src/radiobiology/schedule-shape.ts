import { z } from 'zod';
import { alphaBetaGy, count, doseGy, finite } from '../numeric/quantities.ts';
import { compensations } from './schedule.ts';

const days = (description: string) => finite(description).min(0).max(3650);

/** A schedule brought to life, its numbers within what a scenario may say. */
export const scheduleShape = z.looseObject({
  phases: z
    .array(
      z.looseObject({
        fractions: count('number of fractions').max(200),
        doseGy: doseGy('dose per fraction in Gy'),
        perDay: count('fractions a day').max(4),
        intervalHours: finite('hours between fractions of one day').min(0).max(24),
        everyDays: count('least calendar days between treatment days').max(28),
      }),
    )
    .min(1),
  start: z.string(),
  skip: z.array(z.string()),
  weekends: z.boolean(),
  missed: z.array(count('position of a fraction, from 1')),
  compensation: z.enum(compensations),
  compensationAlphaBetaGy: alphaBetaGy('α/β in Gy'),
  surgeryAfterDays: days('days to surgery'),
  radiotherapyAfterSurgeryDays: days('days from surgery'),
});
