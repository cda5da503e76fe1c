import { outcomeDelayDays } from './accrual.ts';
import { type Claim, isTimeClaim } from './claims/definition.ts';
import type { Design } from './design.ts';
import type { PlannedAccrual } from './enrolment.ts';
import type { Rule } from './rules/definition.ts';

/** When looks and the end of a trial come; days from the opening of the trial. */
export interface TrialClock extends PlannedAccrual {
  /** Days from enrolment until the outcomes of an interim rule are known. */
  readonly lookDelayDays: number;
  /** Days from the last enrolment until the final analysis. */
  readonly finalDelayDays: number;
  /** Days that accrual has paused for the looks at fewer than so many evaluable patients. */
  pausedDays(patients: number): number;
  /**
   * The same by the end of a trial that no look has stopped: a look that the last patient completes keeps nobody waiting.
   *
   * @param evaluable patients of the trial
   * @param lastCounts 1 where its last patient is evaluable, else 0; or how probable that is
   */
  pausedDaysAtEnd(evaluable: number, lastCounts: number): number;
}

/** The clock of a design; undefined where accrual is not stated. */
export function createTrialClock({
  accrual,
  sizes,
  centres = 1,
  rules,
  claims,
  stages,
  sequential,
  followUp,
}: Design): TrialClock | undefined {
  if (!accrual) return undefined;
  const delayOf = ({ endpoint, time }: Claim | Rule): number =>
    outcomeDelayDays(accrual, endpoint.timeKey, time);
  const followed = outcomeDelayDays(accrual, 'atYears', followUp?.leastYears ?? 0);
  const lookDelayDays = Math.max(0, ...(sequential ? claims : rules).map(delayOf));
  const finalDelays = claims.map((claim) => (isTimeClaim(claim) ? followed : delayOf(claim)));
  const finalDelayDays = Math.max(sequential ? 0 : lookDelayDays, ...finalDelays);
  const looks = accrual.pausesAtLooks ? [...new Set(stages.map(({ patients }) => patients))] : [];
  const pausedDays = (patients: number): number =>
    lookDelayDays * looks.filter((look) => look < patients).length;
  return {
    accrual,
    total: sizes.reduce((a, b) => a + b, 0),
    centres,
    lookDelayDays,
    finalDelayDays,
    pausedDays,
    pausedDaysAtEnd: (evaluable, lastCounts) =>
      pausedDays(evaluable + 1) - (looks.includes(evaluable) ? lastCounts * lookDelayDays : 0),
  };
}

/**
 * Patients enrolled by a look that waits for the outcome of patient number `patient`.
 *
 * @param days of enrolment, without pauses
 */
export function enrolledAtLook(
  { accrual, lookDelayDays }: TrialClock,
  days: Float64Array,
  patient: number,
  size: number,
): number {
  if (accrual.pausesAtLooks) return patient;
  const until = days[patient - 1] + lookDelayDays;
  let enrolled = patient;
  while (enrolled < size && days[enrolled] <= until) enrolled++;
  return enrolled;
}
