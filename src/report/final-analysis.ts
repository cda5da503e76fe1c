import type { RunResult } from '../engine/result.ts';
import { DAYS_A_MONTH, DAYS_A_YEAR } from '../trial/accrual.ts';
import { expectedLastDay } from '../trial/enrolment.ts';
import { createTrialClock } from '../trial/trial-clock.ts';
import { liveDesign } from './live-design.ts';
import { best } from './numbers.ts';

/** The last analysis of a trial as planned, as far as it can be told without one. */
export interface FinalAnalysis {
  /** Months from opening: the mean, or what normal approximation expects; undefined where neither is known. */
  readonly months: number | undefined;
  /** Failures, where times decide. */
  readonly failures: number | undefined;
}

/** When the last analysis comes, and on how many failures. */
export function finalAnalysis(result: RunResult): FinalAnalysis {
  const { operatingCharacteristics, times } = result.truths[0];
  const { followUp, sequential } = liveDesign(result);
  const { stopping, expectedMonths } = operatingCharacteristics;
  if (!stopping)
    return { months: expectedMonths && best(expectedMonths), failures: times?.failures.estimate };
  // A day of the calendar may come before so many failures
  const expected = times?.approximation?.failures;
  const failures =
    followUp?.events === undefined ? expected : Math.min(followUp.events, expected ?? followUp.events);
  return { months: lastMonths(result), failures: failures ?? sequential?.events?.at(-1) };
}

/** Months to the last analysis of a trial whose mean duration is cut short by looks. */
function lastMonths(result: RunResult): number | undefined {
  const design = liveDesign(result);
  const { followUp } = design;
  const { approximation } = result.truths[0].times ?? {};
  if (followUp?.events !== undefined) return approximation?.months;
  if (followUp?.withinYears !== undefined) return (followUp.withinYears * DAYS_A_YEAR) / DAYS_A_MONTH;
  const clock = createTrialClock(design);
  return clock && (expectedLastDay(clock) + clock.finalDelayDays) / DAYS_A_MONTH;
}
