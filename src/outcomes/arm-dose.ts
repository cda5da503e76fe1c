import { type Cohort, withCharacteristic } from '../cohort/cohort.ts';
import { MISSED, SCHEDULE } from '../cohort/cohort-shape.ts';
import { createCourse, type Departure } from '../radiobiology/course.ts';
import { createEffectiveDose } from '../radiobiology/create-effective-dose.ts';
import { type DoseRule, doseRuleOf } from '../radiobiology/dose-rule.ts';
import type { ArmDose, Columns } from '../radiobiology/endpoint-model.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import type { MissedFractions } from './missed-fractions.ts';
import { type PlannedArm, scheduleLaw } from './planned-arm.ts';

/** The cohort with the laws of what an arm's patients get: which schedule, how many fractions are missed. */
export function armCohort(cohort: Cohort, arm: PlannedArm, missed: MissedFractions | undefined): Cohort {
  const law = scheduleLaw(arm);
  const scheduled = law ? withCharacteristic(cohort, { name: SCHEDULE, law }) : cohort;
  return missed ? withCharacteristic(scheduled, { name: MISSED, law: missed.law }) : scheduled;
}

/** How a course hangs on what a patient is: the counts of missed fractions and the characteristics behind phases. */
interface Deciders {
  /** Number missed by value of the column. */
  readonly missed: readonly number[];
  readonly conditions: readonly string[];
}

/** Every departure there can be; the position of a patient's own is given by {@link positionOf}. */
function departures({ missed, conditions }: Deciders): Departure[] {
  return Array.from({ length: missed.length << conditions.length }, (_, position) => ({
    missed: missed[position >> conditions.length],
    present: conditions.filter((_condition, bit) => ((position >> bit) & 1) === 1),
  }));
}

function positionOf({ missed, conditions }: Deciders, patients: Columns, patient: number): number {
  const last = missed.length - 1;
  let position = last === 0 ? 0 : Math.min(last, patients[MISSED][patient]) << conditions.length;
  for (let bit = 0; bit < conditions.length; bit++)
    if (patients[conditions[bit]][patient] > 0) position |= 1 << bit;
  return position;
}

const NONE_MISSED = [0];

/**
 * The dose that an arm's courses bring to a tissue.
 *
 * @param missed of its patients' fractions
 * @param countsPostoperative whether fractions after surgery matter to the tissue
 */
export function createArmDose(
  { name, schedules, agents }: Pick<PlannedArm, 'name' | 'schedules' | 'agents'>,
  rule: DoseRule,
  missed: MissedFractions | undefined,
  countsPostoperative: boolean,
): ArmDose {
  const parts = schedules.map(({ schedule }, s) =>
    scheduleDose(name, schedule, agents, rule, missed?.counts[s] ?? NONE_MISSED, countsPostoperative),
  );
  if (parts.length === 0) return { name };
  return parts.length === 1 ? parts[0] : mixedDose(name, parts);
}

/** The courses of all schedules, one after the other; a patient's is that of the schedule that the patient has. */
function mixedDose(name: string, parts: readonly ArmDose[]): ArmDose {
  const before = parts.map((_, s) => parts.slice(0, s).reduce((sum, { doses }) => sum + doses!.length, 0));
  return {
    name,
    doses: parts.flatMap(({ doses }) => doses!),
    delivery: {
      reads: [...new Set([SCHEDULE, ...parts.flatMap(({ delivery }) => delivery?.reads ?? [])])],
      courseOf: (patients, patient) => {
        const schedule = patients[SCHEDULE][patient];
        return before[schedule] + (parts[schedule].delivery?.courseOf(patients, patient) ?? 0);
      },
    },
  };
}

/** Doses made before, by schedule and by what else decides them: worlds that leave the rule alone share them. */
const memory = new WeakMap<Schedule, Map<string, ArmDose>>();
const MOST_KEPT = 50;

function scheduleDose(
  name: string,
  schedule: Schedule,
  agents: readonly string[],
  rule: DoseRule,
  missed: readonly number[],
  countsPostoperative: boolean,
): ArmDose {
  const known = memory.get(schedule) ?? new Map<string, ArmDose>();
  memory.set(schedule, known);
  const key = JSON.stringify([name, agents, doseRuleOf(rule), missed, countsPostoperative]);
  const before = known.get(key);
  if (before) return before;
  const conditions = [...new Set(schedule.phases.flatMap(({ onlyIf }) => onlyIf ?? []))];
  const dose = dosesOfCourses(name, { missed, conditions }, (departure) =>
    createEffectiveDose(createCourse(schedule, departure), rule, agents, countsPostoperative),
  );
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, dose);
  return dose;
}

function dosesOfCourses(
  name: string,
  deciders: Deciders,
  doseOf: (departure: Departure) => NonNullable<ArmDose['doses']>[number],
): ArmDose {
  const doses = departures(deciders).map(doseOf);
  if (doses.length === 1) return { name, doses };
  const { missed, conditions } = deciders;
  return {
    name,
    doses,
    delivery: {
      reads: [...conditions, ...(missed.length > 1 ? [MISSED] : [])],
      courseOf: (patients, patient) => positionOf(deciders, patients, patient),
    },
  };
}

/** The factors on the odds of a complication in an arm, by schedule: its agents, and a short interval to surgery. */
export function armOddsRatios({ schedules, agents }: PlannedArm, rule: DoseRule): number[] {
  const ofAgents = agents.reduce((product, agent) => product * (rule.agents?.[agent]?.oddsRatio ?? 1), 1);
  if (schedules.length === 0) return [ofAgents];
  const { shortInterval } = rule;
  return schedules.map(({ schedule: { phases, surgeryAfterDays } }) => {
    const isBeforeSurgery = phases.some(
      ({ isPostoperative, onlyIf }) => !isPostoperative && onlyIf === undefined,
    );
    const isShort = isBeforeSurgery && shortInterval && surgeryAfterDays < shortInterval.belowDays;
    return isShort ? ofAgents * shortInterval.oddsRatio : ofAgents;
  });
}
