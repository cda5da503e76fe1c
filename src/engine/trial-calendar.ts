import { toLogarithms } from '../numeric/columns/logarithms.ts';
import { fillUniforms, purpose } from '../random/stream.ts';
import type { Trial } from '../scenario/trial.ts';
import { DAYS_A_YEAR } from '../trial/accrual.ts';
import type { Allocation } from '../trial/allocation.ts';
import { createEnrolment } from '../trial/enrolment.ts';
import { enrolmentOrder } from '../trial/enrolment-order.ts';
import { lossPerYear } from '../trial/loss-schema.ts';

/** When the patients of a two-arm trial come and go, of the replicate filled last; buffers are reused by the next. */
export interface TrialCalendar {
  /** The arm of each patient in the order in which they come. */
  readonly armOf: Uint8Array;
  /** Days of enrolment from opening, in that order; 0 where accrual is not stated. */
  readonly enrolmentDays: Float64Array;
  /** The same by arm and patient of the arm. */
  readonly daysByArm: readonly Float64Array[];
  /** Years from surgery until a patient is lost to follow-up, by arm; ∞ where nobody is. */
  readonly lostYears: readonly Float64Array[];
  /** Draws a replicate whose patients are allocated. */
  fill(world: number, replicate: number): void;
  /** Patients enrolled by the end of a day. */
  enrolledBy(day: number): number;
}

/** The calendar of a trial under its design. */
export function createTrialCalendar({ design, key }: Trial, allocation: Allocation): TrialCalendar {
  const { accrual, sizes, centres = 1, lostToFollowUp } = design;
  const total = sizes.reduce((a, b) => a + b, 0);
  const enrol = accrual && createEnrolment({ accrual, total, centres });
  const armOf = enrolmentOrder(sizes);
  const enrolmentDays = new Float64Array(total);
  const column = (capacity: number, value: number): Float64Array => new Float64Array(capacity).fill(value);
  const daysByArm = allocation.capacities.map((capacity) => column(capacity, 0));
  const lostYears = allocation.capacities.map((capacity) => column(capacity, Infinity));
  const ofLosses = lostYears.map((_, position) => purpose(`${position}/outcome/lost`));
  const lost = lostToFollowUp && lossPerYear(lostToFollowUp);
  const fill = (world: number, replicate: number): void => {
    if (allocation.armOf) armOf.set(allocation.armOf);
    enrol?.(key, world, replicate, enrolmentDays);
    for (let arm = 0; arm < daysByArm.length; arm++) pickArm(enrolmentDays, armOf, arm, daysByArm[arm]);
    if (lost === undefined) return;
    lostYears.forEach((years, arm) => {
      const count = allocation.sizes[arm];
      fillUniforms(key, { world, replicate, purpose: ofLosses[arm] }, years, count);
      toLogarithms(years, count);
      // −ln(u)/h
      for (let i = 0; i < count; i++) years[i] = -years[i] / lost;
    });
  };
  const enrolledBy = (day: number): number => {
    let [low, high] = [0, total];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (enrolmentDays[middle] <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { armOf, enrolmentDays, daysByArm, lostYears, fill, enrolledBy };
}

/** Copies the days of one arm's patients, in their order. */
function pickArm(days: Float64Array, armOf: Uint8Array, arm: number, into: Float64Array): void {
  let filled = 0;
  for (let i = 0; i < days.length; i++) if (armOf[i] === arm) into[filled++] = days[i];
}

/** Years from a day of surgery to a day of analysis. */
export const yearsBetween = (surgeryDay: number, day: number): number => (day - surgeryDay) / DAYS_A_YEAR;
