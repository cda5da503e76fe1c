import { z } from 'zod';
import { count, doseGy, positive, strict } from '../numeric/quantities.ts';
import { fractionTimes } from './calendar.ts';
import { parseSchedule } from './parse-schedule.ts';
import { createPhase, createSchedule, type Schedule, weekdays } from './schedule.ts';

const phaseSchema = strict({
  fractions: count('number of fractions').max(200),
  doseGy: doseGy('dose per fraction in Gy'),
  totalGy: positive('total dose in Gy, checked against fractions × dose').optional(),
  perDay: count('fractions a day').max(4).optional(),
  intervalHours: positive('hours between fractions of one day').max(24).optional(),
  everyDays: count('least calendar days between treatment days: 2 is every other day').max(28).optional(),
}).check(({ value, issues }) => {
  const product = value.fractions * value.doseGy;
  if (value.totalGy !== undefined && Math.abs(product - value.totalGy) > 0.005) {
    const message = `${value.fractions} × ${value.doseGy} Gy is ${Number(product.toPrecision(6))} Gy, not the stated ${value.totalGy} Gy`;
    issues.push({ code: 'custom', input: value.totalGy, message, path: ['totalGy'] });
  }
  if (value.intervalHours !== undefined && (value.perDay ?? 1) < 2) {
    const message = 'intervalHours does nothing with one fraction a day';
    issues.push({ code: 'custom', input: value.intervalHours, message, path: ['intervalHours'] });
  }
});

const calendarShape = {
  start: z
    .union([z.enum(weekdays), z.string()])
    .optional()
    .describe('weekday such as Mon, or ISO date, of the first fraction'),
  skip: z.array(z.string()).optional().describe('ISO dates without treatment'),
  weekends: z.boolean().optional().describe('whether Saturdays and Sundays are treatable'),
};

/** A schedule as a scenario writes it: clinicians' text, or phases with a calendar. */
export const scheduleSchema = z
  .union([
    z.string().describe('as clinicians write it: 25 x 2 Gy, 50 Gy/25, 34 Gy/10 BID, 5 x 5 + 25 x 2'),
    strict({ plan: z.string().describe('as clinicians write it'), ...calendarShape }),
    strict({ phases: z.array(phaseSchema).min(1), ...calendarShape }),
  ])
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    try {
      fractionTimes(readSchedule(value));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      issues.push({ code: 'custom', input: value, message: error.message });
    }
  });

/** A schedule's specification, valid by {@link scheduleSchema}. */
export type ScheduleSpec =
  | string
  | ({ plan: string } & Calendar)
  | ({ phases: z.infer<typeof phaseSchema>[] } & Calendar);
type Calendar = { [Key in keyof typeof calendarShape]?: z.infer<(typeof calendarShape)[Key]> };

const defined = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;

/** The schedule of a valid specification. @throws RangeError if its text cannot be read */
export function readSchedule(spec: ScheduleSpec): Schedule {
  if (typeof spec === 'string') return parseSchedule(spec);
  const { start, skip, weekends } = spec;
  const phases =
    'plan' in spec
      ? parseSchedule(spec.plan).phases
      : spec.phases.map(({ fractions, doseGy, perDay, intervalHours, everyDays }) =>
          createPhase(fractions, doseGy, defined({ perDay, intervalHours, everyDays })),
        );
  return createSchedule(phases, defined({ start, skip, weekends }));
}
