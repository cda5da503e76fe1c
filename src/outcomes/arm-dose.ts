import { type Cohort, withCharacteristic } from '../cohort/cohort.ts';
import { MISSED } from '../cohort/cohort-shape.ts';
import { createCourse, type Departure } from '../radiobiology/course.ts';
import { createEffectiveDose } from '../radiobiology/create-effective-dose.ts';
import { type DoseRule, doseRuleOf } from '../radiobiology/dose-rule.ts';
import type { ArmDose, Columns } from '../radiobiology/endpoint-model.ts';
import type { Schedule } from '../radiobiology/schedule.ts';
import { binomial } from '../random/distributions/binomial.ts';
import type { Distribution } from '../random/distributions/definition.ts';

/** An arm as the trial plans it. */
export interface PlannedArm {
  readonly name: string;
  /** Absent where only rates are stated. */
  readonly schedule?: Schedule;
  /** Names of what is given besides radiotherapy. */
  readonly agents: readonly string[];
}

/** The law of the missed fractions of an arm's patients; undefined where none are missed. */
export function missedLaw({ schedule }: PlannedArm, probability: number): Distribution | undefined {
  if (!schedule || probability === 0) return undefined;
  return binomial.create({ size: openFractions(schedule), probability });
}

/** Number of fractions that everyone is planned to get and that are not known to be missed. */
function openFractions({ phases, missed }: Schedule): number {
  let [count, before] = [0, 0];
  for (const { fractions, onlyIf } of phases) {
    const [from, to] = [before, before + fractions];
    const known = new Set(missed.filter((position) => position > from && position <= to)).size;
    if (onlyIf === undefined) count += fractions - known;
    before = to;
  }
  return count;
}

/** The cohort with the law of an arm's missed fractions. */
export function armCohort(cohort: Cohort, law: Distribution | undefined): Cohort {
  return law ? withCharacteristic(cohort, { name: MISSED, law }) : cohort;
}

/** How a course hangs on what a patient is: the counts of missed fractions and the characteristics behind phases. */
interface Deciders {
  readonly mostMissed: number;
  readonly conditions: readonly string[];
}

/** Every departure there can be; the position of a patient's own is given by {@link positionOf}. */
function departures({ mostMissed, conditions }: Deciders): Departure[] {
  return Array.from({ length: (mostMissed + 1) << conditions.length }, (_, position) => ({
    missed: position >> conditions.length,
    present: conditions.filter((_condition, bit) => ((position >> bit) & 1) === 1),
  }));
}

function positionOf({ mostMissed, conditions }: Deciders, patients: Columns, patient: number): number {
  let position = mostMissed === 0 ? 0 : Math.min(mostMissed, patients[MISSED][patient]) << conditions.length;
  for (let bit = 0; bit < conditions.length; bit++)
    if (patients[conditions[bit]][patient] > 0) position |= 1 << bit;
  return position;
}

/** Doses made before, by schedule and by what else decides them: worlds that leave the rule alone share them. */
const memory = new WeakMap<Schedule, Map<string, ArmDose>>();
const MOST_KEPT = 50;

/**
 * The dose that an arm's courses bring to a tissue.
 *
 * @param law of its patients' missed fractions
 * @param countsPostoperative whether fractions after surgery matter to the tissue
 */
export function createArmDose(
  arm: PlannedArm,
  rule: DoseRule,
  law: Distribution | undefined,
  countsPostoperative: boolean,
): ArmDose {
  const { name, schedule, agents } = arm;
  if (!schedule) return { name };
  const known = memory.get(schedule) ?? new Map<string, ArmDose>();
  memory.set(schedule, known);
  const mostMissed = law ? law.atoms![law.atoms!.length - 1].value : 0;
  const key = JSON.stringify([name, agents, doseRuleOf(rule), mostMissed, countsPostoperative]);
  const before = known.get(key);
  if (before) return before;
  const dose = makeArmDose(arm, schedule, rule, mostMissed, countsPostoperative);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, dose);
  return dose;
}

function makeArmDose(
  { name, agents }: PlannedArm,
  schedule: Schedule,
  rule: DoseRule,
  mostMissed: number,
  countsPostoperative: boolean,
): ArmDose {
  const conditions = [...new Set(schedule.phases.flatMap(({ onlyIf }) => onlyIf ?? []))];
  const deciders = { mostMissed, conditions };
  const doses = departures(deciders).map((departure) =>
    createEffectiveDose(createCourse(schedule, departure), rule, agents, countsPostoperative),
  );
  if (doses.length === 1) return { name, doses };
  return {
    name,
    doses,
    delivery: {
      reads: [...conditions, ...(mostMissed > 0 ? [MISSED] : [])],
      courseOf: (patients, patient) => positionOf(deciders, patients, patient),
    },
  };
}

/** The factor on the odds of a complication in an arm: its agents, and a short interval to surgery. */
export function armOddsRatio({ schedule, agents }: PlannedArm, rule: DoseRule): number {
  const ofAgents = agents.reduce((product, agent) => product * (rule.agents?.[agent]?.oddsRatio ?? 1), 1);
  const { shortInterval } = rule;
  const isBeforeSurgery = schedule?.phases.some(
    ({ isPostoperative, onlyIf }) => !isPostoperative && onlyIf === undefined,
  );
  const isShort = isBeforeSurgery && shortInterval && schedule!.surgeryAfterDays < shortInterval.belowDays;
  return isShort ? ofAgents * shortInterval.oddsRatio : ofAgents;
}
