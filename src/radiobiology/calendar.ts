import { shownText } from '../numeric/shown-text.ts';
import { DEFAULT_INTERVAL_HOURS, type Phase, type Schedule, type Weekday, weekdays } from './schedule.ts';

/** A fraction that is given, and when. */
export interface FractionTime {
  /** Elapsed days since the first fraction, which is on day 0. */
  readonly day: number;
  /** Hours since the first fraction of its day. */
  readonly hour: number;
  readonly doseGy: number;
  /** The phase that it belongs to, with all that the phase says of it. */
  readonly phase: Phase;
  readonly isPostoperative: boolean;
  /** Whether a session of hyperthermia goes with it. */
  readonly isHeated: boolean;
}

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO date. @throws RangeError if it is no date */
function dayNumber(isoDate: string): number {
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  // Date.parse takes the 30th of February for the 1st of March
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(isoDate) && !Number.isNaN(time);
  if (!isReal || !new Date(time).toISOString().startsWith(isoDate))
    throw new RangeError(
      `invalid date: ${shownText(isoDate)} (must be a weekday such as Mon, or YYYY-MM-DD)`,
    );
  return Math.round(time / DAY_MS);
}

/** Day of the week (Monday = 0) of a day number; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** A Monday to count from where only a weekday is known. */
const REFERENCE_MONDAY = 4;

/** Ten years: longer, and every day must be a holiday, or the number of fractions a slip. */
const LONGEST_PLAN_DAYS = 3653;

/** The days on which a schedule can be given, as day numbers. */
export interface Calendar {
  /** Day number of the earliest possible start. */
  readonly start: number;
  /** Whether a day is of a weekend, not planned for treatment and no holiday: room to make up for a missed fraction. */
  isFreeWeekend(day: number): boolean;
  /** The first treatable day at or after a day. @throws RangeError if there is none within ten years */
  nextTreatable(day: number): number;
}

/**
 * The calendar of a schedule.
 *
 * @throws RangeError if the start is no weekday or date, or holidays are given without a start date
 */
function createCalendar({ start, skip, weekends }: Schedule): Calendar {
  const byWeekday = weekdays.indexOf(start as Weekday);
  if (byWeekday >= 0 && skip.length > 0) {
    throw new RangeError(`invalid start: ${start} (must be a date where holidays are given)`);
  }
  const holidays = new Set(skip.map(dayNumber));
  const from = byWeekday >= 0 ? REFERENCE_MONDAY + byWeekday : dayNumber(start);
  const isTreatable = (day: number): boolean => (weekends || weekdayOf(day) < 5) && !holidays.has(day);
  return {
    start: from,
    isFreeWeekend: (day) => weekdayOf(day) >= 5 && !weekends && !holidays.has(day),
    nextTreatable: (day) => {
      let next = day;
      while (!isTreatable(next) && next - from <= LONGEST_PLAN_DAYS) next++;
      if (next - from > LONGEST_PLAN_DAYS) throw new RangeError('no treatable day left within ten years');
      return next;
    },
  };
}

/** A place for a fraction: a day number, and hours since the day's first fraction. */
export interface Slot {
  readonly day: number;
  readonly hour: number;
}

/** Slots of a phase one after the other, from a day on, without end. */
function* phaseSlots(phase: Phase, calendar: Calendar, from: number): Generator<Slot, never> {
  for (let day = calendar.nextTreatable(from); ; day = calendar.nextTreatable(day + phase.everyDays)) {
    for (let slot = 0; slot < phase.perDay; slot++) yield { day, hour: slot * phase.intervalHours };
  }
}

/** The day from which a phase can be given, after the fractions before it. */
function phaseStart(
  phase: Phase,
  { surgeryAfterDays, radiotherapyAfterSurgeryDays }: Schedule,
  calendar: Calendar,
  before: { readonly day: number; readonly isPostoperative: boolean } | undefined,
): number {
  if (!before) return calendar.start;
  const crossesSurgery = phase.isPostoperative && !before.isPostoperative;
  const gap = crossesSurgery ? surgeryAfterDays + radiotherapyAfterSurgeryDays : 1;
  return before.day + Math.max(gap, phase.afterDays ?? 0);
}

/** A phase and the fractions of it that are given. */
interface Host {
  readonly phase: Phase;
  readonly given: readonly Slot[];
}

/**
 * Slots of a concurrent boost: the first or last treatment days of the phase before, hours after its last fraction
 * there; fewer than the boost has fractions where days of that phase were missed.
 */
function slotsAlong(phase: Phase, host: Host): Slot[] {
  const planned = Math.ceil(host.phase.fractions / host.phase.perDay);
  if (planned < phase.fractions) {
    throw new RangeError(
      `a boost of ${phase.fractions} fractions cannot run along a phase of ${planned} treatment days`,
    );
  }
  const inTime = host.given.toSorted((a, b) => a.day - b.day || a.hour - b.hour);
  const days = [...new Map(inTime.map((slot) => [slot.day, slot])).values()];
  const chosen = phase.along === 'first' ? days.slice(0, phase.fractions) : days.slice(-phase.fractions);
  return chosen.map(({ day, hour }) => ({ day, hour: hour + DEFAULT_INTERVAL_HOURS }));
}

/** A fraction of a phase in a slot of the calendar, the day still a day number. */
export function fractionIn(phase: Phase, slot: Slot, doseGy = phase.doseGy): FractionTime {
  return { ...slot, doseGy, phase, isPostoperative: phase.isPostoperative, isHeated: false };
}

/** Orders fractions by day and hour; day numbers become elapsed days, sessions of hyperthermia are placed. */
function inOrder(fractions: readonly FractionTime[]): FractionTime[] {
  const sorted = fractions.toSorted((a, b) => a.day - b.day || a.hour - b.hour);
  const first = sorted[0]?.day ?? 0;
  const lastHeated = new Map<Phase, number>();
  return sorted.map((fraction) => {
    const { hyperthermia } = fraction.phase;
    const last = lastHeated.get(fraction.phase);
    const isHeated =
      hyperthermia !== undefined && (last === undefined || fraction.day - last >= hyperthermia.everyDays);
    if (isHeated) lastHeated.set(fraction.phase, fraction.day);
    return { ...fraction, day: fraction.day - first, isHeated };
  });
}

/** The fractions of one phase from the slots that it may use, in their order. */
export type PhaseDelivery = (
  phase: Phase,
  slots: Iterator<Slot, never>,
  calendar: Calendar,
) => readonly FractionTime[];

/** The phase as planned: its fractions in its first slots. */
export const asPlanned: PhaseDelivery = (phase, slots) =>
  Array.from({ length: phase.fractions }, () => fractionIn(phase, slots.next().value));

/**
 * The fractions of a schedule on treatable days from the start day, holidays left out; a phase given every k days takes
 * the first treatable day at least k calendar days after the one before. Phases follow on the next treatable day, after
 * their own least interval, or after surgery.
 *
 * @param deliver what becomes of a phase
 * @throws RangeError if the calendar is contradictory, or a concurrent boost is longer than its host
 */
export function layOut(schedule: Schedule, deliver: PhaseDelivery = asPlanned): FractionTime[] {
  const calendar = createCalendar(schedule);
  const all: FractionTime[] = [];
  let host: Host | undefined;
  let latest: FractionTime | undefined;
  for (const phase of schedule.phases) {
    const from = phaseStart(phase, schedule, calendar, latest);
    const free = phaseSlots(phase, calendar, from);
    const given = deliver(phase, phase.along && host ? chain(slotsAlong(phase, host), free) : free, calendar);
    if (!phase.along) host = { phase, given };
    latest = given.reduce<FractionTime | undefined>((a, b) => (a && b.day <= a.day ? a : b), latest);
    all.push(...given);
  }
  return inOrder(all);
}

function* chain(first: readonly Slot[], then: Generator<Slot, never>): Generator<Slot, never> {
  yield* first;
  return yield* then;
}
