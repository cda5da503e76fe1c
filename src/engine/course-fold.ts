import { atMost1 } from '../numeric/at-most-1.ts';
import { addToSums, emptySums, type MomentSums } from '../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import type { Design } from '../trial/design.ts';
import { expectedLastDay } from '../trial/enrolment.ts';
import { type Verdict, verdicts } from '../trial/rules/definition.ts';
import type { StageStops } from '../trial/sequential-counts.ts';
import { createTrialClock } from '../trial/trial-clock.ts';
import type { CourseColumns, ExactResult } from './batch-result.ts';
import type { ReplicatesFold } from './replicates-fold.ts';
import type { Course, LookSummary } from './result.ts';

/** Sums over the replicates of one truth. */
interface CourseTally {
  /** By stage and verdict. */
  readonly stops: readonly Record<Verdict, number>[];
  readonly enrolled: MomentSums;
  readonly months: MomentSums;
  /** By look of two arms, over the trials that held it; the last one is the end. */
  readonly lookMonths: readonly MomentSums[] | undefined;
}

/** Sums of no replicate, before those of the first part. */
function emptyTally({ design }: Trial, { enrolled, days }: CourseColumns): CourseTally {
  return {
    stops: plannedLooks(design).map(() => ({ efficacy: 0, futility: 0, harm: 0 })),
    enrolled: emptySums(enrolled[0]),
    months: emptySums(days[0] / DAYS_A_MONTH),
    lookMonths: design.sequential?.plan.spec.fractions.map(() => emptySums(0)),
  };
}

/** Adds the replicates of a part to the sums. */
function tally({ stops, enrolled, months, lookMonths }: CourseTally, part: CourseColumns): void {
  const { stage, verdict, enrolled: patients, days, lookDays } = part;
  for (let row = 0; row < stage.length; row++) {
    if (stage[row] > 0) stops[stage[row] - 1][verdicts[verdict[row] - 1]]++;
    addToSums(enrolled, patients[row]);
    addToSums(months, days[row] / DAYS_A_MONTH);
    lookMonths?.forEach((sums, look) => {
      const day = lookDays![row * lookMonths.length + look];
      if (!Number.isNaN(day)) addToSums(sums, day / DAYS_A_MONTH);
    });
  }
}

const ofAny = ({ efficacy, futility, harm }: StageStops): number => efficacy + futility + harm;

/** Patients of a trial that always runs to its end, and the months until its decision. */
function fixedCourse({ design }: Trial): { enrolled: number; months: number | undefined } {
  const enrolled = design.sizes.reduce((a, b) => a + b, 0);
  const clock = createTrialClock(design);
  const days = clock && expectedLastDay(clock) + clock.finalDelayDays;
  return { enrolled, months: days === undefined ? undefined : days / DAYS_A_MONTH };
}

/** How trials go under one truth: patients enrolled, duration, stops; with exact values where they exist. */
export function createCourseFold(trial: Trial): ReplicatesFold<Course> {
  let counts: CourseTally | undefined;
  return {
    add: ({ columns: { course } }) => {
      if (!course) return;
      counts ??= emptyTally(trial, course);
      tally(counts, course);
    },
    result: (exact) => summarise(trial, exact, counts),
  };
}

function summarise(trial: Trial, { isExact, success }: ExactResult, counts: CourseTally | undefined): Course {
  const { accrual } = trial.design;
  const looks = plannedLooks(trial.design);
  const fixed = fixedCourse(trial);
  const planned = { estimate: fixed.enrolled, mcse: 0, exact: fixed.enrolled };
  if (!counts) return { expectedSampleSize: planned };
  // A day of the calendar may come before all are enrolled
  if (looks.length === 0 && trial.design.followUp?.withinYears === undefined)
    return { expectedSampleSize: planned, expectedMonths: estimateMean(counts.months, fixed.months) };
  const exact = isExact ? success?.course : undefined;
  const months = exact?.expectedDays === undefined ? undefined : exact.expectedDays / DAYS_A_MONTH;
  const share = (count: number, exactly: number | undefined): Estimate =>
    estimateProportion(count, counts.enrolled.count, exactly && atMost1(exactly));
  const total = (of: (stop: StageStops) => number, stops: readonly StageStops[] | undefined) =>
    stops?.reduce((sum, stop) => sum + of(stop), 0);
  const both = (of: (stop: StageStops) => number): Estimate =>
    share(total(of, counts.stops)!, total(of, exact?.stops));
  const byVerdict = (of: (verdict: Verdict) => Estimate) =>
    Object.fromEntries(verdicts.map((verdict) => [verdict, of(verdict)])) as Record<Verdict, Estimate>;
  const stopping: Course['stopping'] = {
    probability: both(ofAny),
    byVerdict: byVerdict((verdict) => both((stop) => stop[verdict])),
    looks: looks.map((look, k): LookSummary => {
      const held = counts.lookMonths?.[k];
      return {
        ...look,
        stop: share(ofAny(counts.stops[k]), exact && ofAny(exact.stops[k])),
        ...(trial.design.sequential && {
          byVerdict: byVerdict((verdict) => share(counts.stops[k][verdict], exact?.stops[k][verdict])),
        }),
        ...(accrual && held && held.count > 1 && { months: estimateMean(held) }),
      };
    }),
  };
  return {
    expectedSampleSize: estimateMean(counts.enrolled, exact?.expectedEnrolled),
    ...(accrual && { expectedMonths: estimateMean(counts.months, months) }),
    ...(looks.length > 0 && { stopping }),
  };
}

/** The interim looks of a design, of one arm or two. */
function plannedLooks({
  stages,
  sequential,
  armLooks,
}: Design): Pick<LookSummary, 'rule' | 'patients' | 'events'>[] {
  if (armLooks) return armLooks.fractions.slice(0, -1).map(() => ({ rule: 0 }));
  if (!sequential) return stages.map(({ rule, patients }) => ({ rule, patients }));
  const key = sequential.events ? 'events' : 'patients';
  return sequential[key]!.slice(0, -1).map((count) => ({ rule: 0, [key]: count }));
}
