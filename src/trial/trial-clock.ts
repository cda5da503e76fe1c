import { type Accrual, outcomeDelayDays } from './accrual.ts';
import type { Design } from './design.ts';

/** When looks and the end of a trial come; days from the opening of the trial. */
export interface TrialClock {
  readonly accrual: Accrual;
  /** Days from enrolment until the outcomes of an interim rule are known. */
  readonly lookDelayDays: number;
  /** Days from the last enrolment until the final analysis. */
  readonly finalDelayDays: number;
  /** Days that pauses have added before the look at a stage, or the end (stage = number of stages). */
  pausedDays(stage: number): number;
}

/** The clock of a design; undefined where accrual is not stated. */
export function createTrialClock({ accrual, rules, claims, stages, sizes }: Design): TrialClock | undefined {
  if (!accrual) return undefined;
  const delays = (
    of: readonly { endpoint: { timeKey: 'atYears' | 'withinDays' }; time: number }[],
  ): number[] => of.map(({ endpoint, time }) => outcomeDelayDays(accrual, endpoint.timeKey, time));
  const lookDelayDays = Math.max(0, ...delays(rules));
  const finalDelayDays = Math.max(lookDelayDays, ...delays(claims));
  const total = sizes.reduce((a, b) => a + b, 0);
  // A look at the last patient keeps nobody waiting
  const pauses = stages.map(({ patients }, i) =>
    accrual.pausesAtLooks && patients < total && stages[i - 1]?.patients !== patients ? 1 : 0,
  );
  return {
    accrual,
    lookDelayDays,
    finalDelayDays,
    pausedDays: (stage) =>
      pauses.slice(0, stage).reduce<number>((sum, pause) => sum + pause, 0) * lookDelayDays,
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
