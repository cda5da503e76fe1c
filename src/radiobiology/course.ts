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
  /** Fractions missed besides those that the schedule states; they are spread evenly. */
  readonly missed: number;
  /** Characteristics that the patient has, of those on which phases hang. */
  readonly present: readonly string[];
}

const NO_DEPARTURE: Departure = { missed: 0, present: [] };

/** Positions from 0 of `count` fractions spread evenly over `planned`; one alone lies in the middle. */
function spreadEvenly(count: number, planned: number): number[] {
  return Array.from({ length: Math.min(count, planned) }, (_, k) =>
    Math.floor(((k + 0.5) * planned) / Math.min(count, planned)),
  );
}

/** By phase, positions from 0 of its missed fractions; those of the whole schedule are counted phase after phase. */
function missedByPhase(phases: readonly Phase[], missed: ReadonlySet<number>): Map<Phase, Set<number>> {
  let before = 0;
  const byPhase = new Map<Phase, Set<number>>();
  for (const phase of phases) {
    const own = [...missed].map((position) => position - before);
    byPhase.set(phase, new Set(own.filter((i) => i >= 0 && i < phase.fractions)));
    before += phase.fractions;
  }
  return byPhase;
}

/**
 * The course of a patient under a schedule.
 *
 * @throws RangeError if the calendar cannot hold the schedule
 */
export function createCourse(schedule: Schedule, { missed, present } = NO_DEPARTURE): Course {
  // A copy of each, so that equal phases stay apart
  const phases = schedule.phases
    .filter(({ onlyIf }) => onlyIf === undefined || present.includes(onlyIf))
    .map((phase) => ({ ...phase }));
  const planned = phases.reduce((sum, phase) => sum + phase.fractions, 0);
  const positions = new Set([
    ...schedule.missed.map((position) => position - 1),
    ...spreadEvenly(missed, planned),
  ]);
  const byPhase = missedByPhase(phases, positions);
  const deliver = compensating(
    schedule.compensation,
    (phase) => byPhase.get(phase)!,
    schedule.compensationAlphaBetaGy,
  );
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
