import type { LadderPlanStory, LadderStory, LadderStoryStep } from '../engine/ladder-story.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import { methodWords, monthsWords } from './escalation-words.ts';
import { paddedTable } from './padded-table.ts';
import { wrapLines } from './wrap-lines.ts';

const ENDS = {
  tooToxic: 'ends: the lowest level is too toxic',
  maximumSize: 'ends: all patients are treated',
  enoughAtLevel: 'ends: the level has enough patients',
  levelFound: 'ends: the level is found',
} as const;

const monthOf = (days: number): string => (days / DAYS_A_MONTH).toFixed(1);

function stepRow({ day, treated, toxic, next, end }: LadderStoryStep): string[] {
  return [
    monthOf(day),
    ...treated.map((count, level) => (count === 0 ? '–' : `${toxic[level]} of ${count}`)),
    next ? `treats ${next.patients} at ${next.level}` : ENDS[end!],
  ];
}

/** What became of the patients after the trial had looked away. */
function lateWords({ patients, windowMonths }: LadderPlanStory): string {
  const window = windowMonths * DAYS_A_MONTH;
  const late = patients.filter(({ toxicAfterDays }) => toxicAfterDays !== null && toxicAfterDays > window);
  if (late.length === 0) return 'No toxicity came after the window.';
  const each = late.map(({ level, toxicAfterDays }) => `${level} after ${monthOf(toxicAfterDays!)} months`);
  return `After the window came ${late.length} ${late.length === 1 ? 'toxicity' : 'toxicities'} more: ${each.join(', ')}.`;
}

function endWords({ recommended, isStoppedForSafety, passes, days }: LadderPlanStory): string {
  const level = recommended === null ? 'no level is recommended' : `${recommended} is recommended`;
  const safety = isStoppedForSafety ? 'the safety rule ends the trial; ' : '';
  const claim = passes === null ? '' : `; the claim of the expansion ${passes ? 'passes' : 'does not pass'}`;
  return `After ${monthOf(days)} months ${safety}${level}${claim}.`;
}

function planLines(plan: LadderPlanStory, levels: readonly string[]): string[] {
  return [
    '',
    `${methodWords(plan)}, toxicities within ${monthsWords(plan.windowMonths)} count`,
    ...paddedTable([['month', ...levels, ''], ...plan.steps.map(stepRow)]),
    ...wrapLines(`${endWords(plan)} ${lateWords(plan)}`),
  ];
}

/** One dose escalation told for a terminal: each decision with the toxicities that were known, by level. */
export function ladderStoryText({ title, truth, replicate, levels, plans }: LadderStory): string[] {
  return [
    title,
    `Replicate ${replicate} under ${truth}: toxicities known at each decision, of the patients treated`,
    ...plans.flatMap((plan) =>
      planLines(
        plan,
        levels.map(({ name }) => name),
      ),
    ),
  ];
}
