import { type Schedule, type Weekday, weekdays } from './schedule.ts';

/** When a fraction is given. */
export interface FractionTime {
  /** Elapsed days since the first fraction, which is on day 0. */
  readonly day: number;
  /** Hours since the first fraction of its day. */
  readonly hour: number;
  readonly doseGy: number;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date. @throws RangeError if it is no date */
function dayNumber(isoDate: string): number {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  // Date.parse takes the 30th of February for the 1st of March
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) && !Number.isNaN(time);
  if (!isReal || !new Date(time).toISOString().startsWith(isoDate))
    throw new RangeError(`invalid date: ${isoDate} (must be a weekday such as Mon, or YYYY-MM-DD)`);
  return Math.round(time / DAY_MS);
}

/** Day of the week (Monday = 0) of a day number; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** A Monday to count from where only a weekday is known. */
const REFERENCE_MONDAY = 4;

/** Ten years: longer, and every day must be a holiday, or the number of fractions a slip. */
const LONGEST_PLAN_DAYS = 3653;

/**
 * The calendar of a schedule: on treatable days from the start day, holidays left out; a phase given every k days
 * takes the first treatable day at least k calendar days after the one before. Phases follow on the next treatable day.
 *
 * @throws RangeError if the start is no weekday or date, or holidays are given without a start date
 */
export function fractionTimes(schedule: Schedule): FractionTime[] {
  const { start, skip, weekends } = schedule;
  const byWeekday = weekdays.indexOf(start as Weekday);
  if (byWeekday >= 0 && skip.length > 0) {
    throw new RangeError(`invalid start: ${start} (must be a date where holidays are given)`);
  }
  const holidays = new Set(skip.map(dayNumber));
  const treatable = (day: number): boolean => (weekends || weekdayOf(day) < 5) && !holidays.has(day);
  let day = byWeekday >= 0 ? REFERENCE_MONDAY + byWeekday : dayNumber(start);
  const earliest = day;
  const times: FractionTime[] = [];
  let first: number | undefined;
  for (const phase of schedule.phases) {
    for (let given = 0; given < phase.fractions; ) {
      while (!treatable(day) && day - earliest <= LONGEST_PLAN_DAYS) day++;
      if (day - earliest > LONGEST_PLAN_DAYS) throw new RangeError('no treatable day left within ten years');
      first ??= day;
      for (let slot = 0; slot < phase.perDay && given < phase.fractions; slot++, given++) {
        times.push({ day: day - first, hour: slot * phase.intervalHours, doseGy: phase.doseGy });
      }
      day += given < phase.fractions ? phase.everyDays : 1;
    }
  }
  return times;
}

/** Overall treatment time in elapsed days: last fraction's day − first fraction's day. */
export function overallTimeDays(schedule: Schedule): number {
  return fractionTimes(schedule).at(-1)!.day;
}
