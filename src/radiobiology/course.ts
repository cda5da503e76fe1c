import { type FractionTime, layOut } from './calendar.ts';
import { compensating } from './compensate.ts';
import type { Phase, Schedule } from './schedule.ts';

/** What one patient received: the fractions given, with gaps and what made up for them, and the day of surgery. */
export interface Course {
  readonly fractions: readonly FractionTime[];
  /** Elapsed days from the first fraction to surgery; negative where all radiotherapy follows it. */
  readonly surgeryDay: number;
}

/** How a patient's course departs from the schedule. */
export interface Departure {
  /** Fractions missed besides those that the schedule states; spread evenly over the phases that everyone gets. */
  readonly missed: number;
  /** Characteristics that the patient has, of those on which phases hang. */
  readonly present: readonly string[];
}

const NO_DEPARTURE: Departure = { missed: 0, present: [] };

/** `count` of the open positions, spread evenly over them; one alone is in the middle. */
function spreadEvenly(count: number, open: readonly number[]): number[] {
  const taken = Math.min(count, open.length);
  return Array.from({ length: taken }, (_, k) => open[Math.floor(((k + 0.5) * open.length) / taken)]);
}

/** A phase that the patient gets, with the position from 0 of its first fraction in the whole schedule. */
interface PlacedPhase {
  readonly phase: Phase;
  readonly from: number;
}

/** The phases of a patient; each a copy, so that equal phases stay apart. */
function phasesOf({ phases }: Schedule, present: readonly string[]): PlacedPhase[] {
  let from = 0;
  return phases
    .map((phase) => {
      const placed = { phase: { ...phase }, from };
      from += phase.fractions;
      return placed;
    })
    .filter(({ phase: { onlyIf } }) => onlyIf === undefined || present.includes(onlyIf));
}

/** Positions in the whole schedule of the fractions that everyone gets and that are not stated to be missed. */
function openPositions(placed: readonly PlacedPhase[], stated: readonly number[]): number[] {
  return placed
    .filter(({ phase: { onlyIf } }) => onlyIf === undefined)
    .flatMap(({ phase, from }) => Array.from({ length: phase.fractions }, (_, i) => from + i))
    .filter((position) => !stated.includes(position));
}

/**
 * The course of a patient under a schedule.
 *
 * @throws RangeError if the calendar cannot hold the schedule
 */
export function createCourse(schedule: Schedule, { missed, present } = NO_DEPARTURE): Course {
  const placed = phasesOf(schedule, present);
  const stated = schedule.missed.map((position) => position - 1);
  const positions = [...stated, ...(missed > 0 ? spreadEvenly(missed, openPositions(placed, stated)) : [])];
  const byPhase = new Map(
    placed.map(({ phase, from }) => {
      const own = positions.map((position) => position - from);
      return [phase, new Set(own.filter((i) => i >= 0 && i < phase.fractions))] as const;
    }),
  );
  const deliver = compensating(
    schedule.compensation,
    (phase) => byPhase.get(phase)!,
    schedule.compensationAlphaBetaGy,
  );
  const phases = placed.map(({ phase }) => phase);
  const fractions = layOut({ ...schedule, phases }, deliver);
  return { fractions, surgeryDay: surgeryDayOf(fractions, schedule) };
}

function surgeryDayOf(fractions: readonly FractionTime[], schedule: Schedule): number {
  const before = fractions.filter(({ isPostoperative }) => !isPostoperative);
  return before.length > 0
    ? before[before.length - 1].day + schedule.surgeryAfterDays
    : -schedule.radiotherapyAfterSurgeryDays;
}

/** Overall treatment time in elapsed days of a schedule as planned: last fraction's day − first fraction's day; 0 with none given. */
export function overallTimeDays(schedule: Schedule): number {
  return createCourse(schedule).fractions.at(-1)?.day ?? 0;
}
