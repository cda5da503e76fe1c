/** Days of the week, Monday = 0. */
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Heating of the tumour in some sessions of a phase. */
export interface Hyperthermia {
  /** Least calendar days between sessions: 3 is twice a week. */
  readonly everyDays: number;
  readonly celsius: number;
  /** Hours between the fraction and the session. */
  readonly hoursApart: number;
}

/** A run of equal fractions. */
export interface Phase {
  readonly fractions: number;
  /** Prescribed dose of a fraction in Gy. */
  readonly doseGy: number;
  /** Fractions on one treatment day; 2 is BID. */
  readonly perDay: number;
  /** Hours between fractions of one day; 0 where there is one. */
  readonly intervalHours: number;
  /** Least calendar days between treatment days: 1 daily, 2 every other day. */
  readonly everyDays: number;
  /** Whether it follows surgery; the tumour is out then, and so is the wound's risk. */
  readonly isPostoperative: boolean;
  /** Dose in Gy of the same fraction to regions that get another one: an integrated boost, a spared flap. */
  readonly regionsGy?: Readonly<Record<string, number>>;
  /** Given on the first or last treatment days of the phase before, hours after its fraction: a concurrent boost. */
  readonly along?: 'first' | 'last';
  /** Least calendar days between the last fraction of the phase before and the first of this one. */
  readonly afterDays?: number;
  /** Characteristic of the patients who get the phase: a conditional boost. */
  readonly onlyIf?: string;
  /** Beam-on time of a fraction in minutes, over which sublethal damage is repaired. */
  readonly minutes?: number;
  /** Kind of radiation where it is not photons; the truth says what it does. */
  readonly radiation?: string;
  readonly hyperthermia?: Hyperthermia;
}

/** What is done about fractions that were missed. */
export const compensations = [
  'extendAtEnd',
  'none',
  'weekend',
  'bid',
  'extraFraction',
  'increasedDose',
] as const;
export type Compensation = (typeof compensations)[number];

/** The planned fractions: phases one after the other, on the treatable days from the start day. */
export interface Schedule {
  readonly phases: readonly Phase[];
  /** A weekday (the plan begins on such a day) or an ISO date. */
  readonly start: Weekday | string;
  /** ISO dates without treatment; they need a start date. */
  readonly skip: readonly string[];
  /** Whether Saturdays and Sundays are treatable. */
  readonly weekends: boolean;
  /** Positions, from 1, of fractions that are known to be missed. */
  readonly missed: readonly number[];
  readonly compensation: Compensation;
  /** α/β in Gy for which a dose increased in compensation keeps the BED. */
  readonly compensationAlphaBetaGy: number;
  /** Days from the last preoperative fraction to surgery. */
  readonly surgeryAfterDays: number;
  /** Days from surgery to the first postoperative fraction. */
  readonly radiotherapyAfterSurgeryDays: number;
}

/** Hours between two fractions of a day where the schedule does not say: the usual least interval. */
export const DEFAULT_INTERVAL_HOURS = 6;

const DEFAULTS: Omit<Schedule, 'phases' | 'skip' | 'missed'> = {
  start: 'Mon',
  weekends: false,
  compensation: 'extendAtEnd',
  compensationAlphaBetaGy: 10,
  surgeryAfterDays: 35,
  radiotherapyAfterSurgeryDays: 42,
};

/** A phase with the usual defaults: one fraction a day, every day, before surgery. */
export function createPhase(
  fractions: number,
  doseGy: number,
  {
    perDay = 1,
    intervalHours,
    everyDays = 1,
    isPostoperative = false,
    ...special
  }: Partial<Omit<Phase, 'fractions' | 'doseGy'>> = {},
): Phase {
  return {
    fractions,
    doseGy,
    perDay,
    intervalHours: perDay > 1 ? (intervalHours ?? DEFAULT_INTERVAL_HOURS) : 0,
    everyDays,
    isPostoperative,
    ...special,
  };
}

/** A schedule with the usual defaults: from a Monday, on weekdays, no holidays, nothing missed, surgery after 5 weeks. */
export function createSchedule(
  phases: readonly Phase[],
  options: Partial<Omit<Schedule, 'phases'>> = {},
): Schedule {
  return { ...DEFAULTS, skip: [], missed: [], ...options, phases };
}

/** The phases that every patient is planned to get. */
export function unconditionalPhases({ phases }: Schedule): Phase[] {
  return phases.filter(({ onlyIf }) => onlyIf === undefined);
}

/** Number of fractions that every patient is planned to get. */
export function fractionCount(schedule: Schedule): number {
  return unconditionalPhases(schedule).reduce((sum, phase) => sum + phase.fractions, 0);
}

/** Total physical dose in Gy that every patient is planned to get. */
export function totalDoseGy(schedule: Schedule): number {
  return unconditionalPhases(schedule).reduce((sum, phase) => sum + phase.fractions * phase.doseGy, 0);
}

/** The schedule as far as surgery. */
export function preoperativePart(schedule: Schedule): Schedule {
  return { ...schedule, phases: schedule.phases.filter(({ isPostoperative }) => !isPostoperative) };
}
