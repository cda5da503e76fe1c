import { createCourse, overallTimeDays } from '../radiobiology/course.ts';
import { createEffectiveDose } from '../radiobiology/create-effective-dose.ts';
import type { DoseRule } from '../radiobiology/dose-rule.ts';
import { eqd2Of } from '../radiobiology/effective-dose.ts';
import { formatSchedule } from '../radiobiology/format-schedule.ts';
import { exceedsLqLimit, LQ_LIMIT_GY } from '../radiobiology/lq-limit.ts';
import { parseSchedule } from '../radiobiology/parse-schedule.ts';
import { parseFractionSweep } from '../radiobiology/parse-sweep.ts';
import { createSchedule, fractionCount, type Schedule, totalDoseGy } from '../radiobiology/schedule.ts';
import { UsageError } from './explain.ts';

/** What the command line says beside the schedule. */
export interface Eqd2Options {
  readonly alphaBeta: number;
  readonly start?: string;
  readonly skip: readonly string[];
  readonly transition?: number;
  readonly halfTime?: number;
  readonly json?: boolean;
}

/** What the command says of one schedule. */
interface Answer {
  readonly schedule: string;
  readonly alphaBetaGy: number;
  readonly eqd2Gy: number;
  readonly bedGy: number;
  /** Of the fractions before surgery, where others follow it. */
  readonly preoperativeEqd2Gy?: number;
  readonly totalDoseGy: number;
  readonly fractions: number;
  readonly overallTimeDays: number;
}

/** The plans that a text names: one, or those of a range of numbers of fractions. */
function readPlans(text: string, { start, skip }: Eqd2Options): Schedule[] {
  try {
    const plans = parseFractionSweep(text) ?? [parseSchedule(text)];
    return plans.map(({ phases }) => {
      const plan = createSchedule(phases, { ...(start && { start }), skip });
      overallTimeDays(plan);
      return plan;
    });
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** The dose rule of the options; a straight tail and incomplete repair do not go together. */
function ruleOf({ transition, halfTime }: Eqd2Options): DoseRule {
  if (transition !== undefined && halfTime !== undefined)
    throw new UsageError(
      'incomplete repair is defined for linear-quadratic survival alone: give one of --transition and --half-time',
    );
  return {
    ...(transition !== undefined && { survival: { linearQuadraticLinear: { transitionGy: transition } } }),
    ...(halfTime !== undefined && { repair: { halfTimeHours: halfTime } }),
  };
}

function answerOf(plan: Schedule, rule: DoseRule, alphaBetaGy: number): Answer {
  const course = createCourse(plan);
  const all = createEffectiveDose(course, rule);
  const preoperative = createEffectiveDose(course, rule, [], false);
  const isSplit = new Set(plan.phases.map(({ isPostoperative }) => isPostoperative)).size > 1;
  return {
    schedule: formatSchedule(plan),
    alphaBetaGy,
    eqd2Gy: eqd2Of(all, alphaBetaGy),
    bedGy: all.bed(alphaBetaGy),
    ...(isSplit && { preoperativeEqd2Gy: eqd2Of(preoperative, alphaBetaGy) }),
    totalDoseGy: Number(totalDoseGy(plan).toPrecision(12)),
    fractions: fractionCount(plan),
    overallTimeDays: overallTimeDays(plan),
  };
}

function linesOf({ schedule, alphaBetaGy, eqd2Gy, bedGy, ...answer }: Answer): string[] {
  const before = answer.preoperativeEqd2Gy;
  const split = before === undefined ? '' : `, of it ${before.toFixed(4)} Gy EQD2 before surgery`;
  return [
    `${schedule}: ${answer.totalDoseGy} Gy in ${answer.fractions} fractions over ${answer.overallTimeDays} days`,
    `EQD2 ${eqd2Gy.toFixed(4)} Gy, BED ${bedGy.toFixed(4)} Gy at α/β ${alphaBetaGy} Gy${split}`,
  ];
}

/** Prints EQD2 and BED of the schedule, or schedules, that a text names. @throws UsageError if it names none */
export function eqd2AndPrint(text: string, options: Eqd2Options): void {
  const rule = ruleOf(options);
  const plans = readPlans(text, options);
  const answers = plans.map((plan) => answerOf(plan, rule, options.alphaBeta));
  if (rule.survival === undefined && plans.some((plan) => exceedsLqLimit(plan))) {
    console.error(
      `warning: more than ${LQ_LIMIT_GY} Gy a fraction, where the linear-quadratic model is disputed; --transition makes it straight beyond a dose`,
    );
  }
  if (options.json) console.log(JSON.stringify(answers.length > 1 ? answers : answers[0], null, 2));
  else console.log(answers.flatMap(linesOf).join('\n'));
}
