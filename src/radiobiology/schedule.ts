/** Days of the week, Monday = 0. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** A run of equal fractions. */
export interface Phase {
  readonly fractions: number;
  readonly doseGy: number;
  /** Fractions on one treatment day; 2 is BID. */
  readonly perDay: number;
  /** Hours between fractions of one day; 0 where there is one. */
  readonly intervalHours: number;
  /** Least calendar days between treatment days: 1 daily, 2 every other day. */
  readonly everyDays: number;
}

/** The planned fractions: phases one after the other, on the treatable days from the start day. */
export interface Schedule {
  readonly phases: readonly Phase[];
  /** A weekday (the plan begins on such a day) or an ISO date. */
  readonly start: Weekday | string;
  /** ISO dates without treatment; they need a start date. */
  readonly skip: readonly string[];
  /** Whether Saturdays and Sundays are treatable. */
  readonly weekends: boolean;
}

/** Hours between two fractions of a day where the schedule does not say: the usual least interval. */
export const DEFAULT_INTERVAL_HOURS = 6;

/** A phase with the usual defaults: one fraction a day, every day. */
export function createPhase(
  fractions: number,
  doseGy: number,
  { perDay = 1, intervalHours, everyDays = 1 }: Partial<Omit<Phase, 'fractions' | 'doseGy'>> = {},
): Phase {
  return {
    fractions,
    doseGy,
    perDay,
    intervalHours: perDay > 1 ? (intervalHours ?? DEFAULT_INTERVAL_HOURS) : 0,
    everyDays,
  };
}

/** A schedule with the usual defaults: from a Monday, on weekdays, no holidays. */
export function createSchedule(
  phases: readonly Phase[],
  { start = 'Mon', skip = [], weekends = false }: Partial<Omit<Schedule, 'phases'>> = {},
): Schedule {
  return { phases, start, skip, weekends };
}

/** Number of fractions of a schedule. */
export function fractionCount(schedule: Schedule): number {
  return schedule.phases.reduce((sum, phase) => sum + phase.fractions, 0);
}

/** Total physical dose in Gy. */
export function totalDoseGy(schedule: Schedule): number {
  return schedule.phases.reduce((sum, phase) => sum + phase.fractions * phase.doseGy, 0);
}
