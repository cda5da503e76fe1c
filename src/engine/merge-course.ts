import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import { expectedLastDay } from '../trial/enrolment.ts';
import { type Verdict, verdicts } from '../trial/rules/definition.ts';
import type { StageStops } from '../trial/sequential-counts.ts';
import { createTrialClock } from '../trial/trial-clock.ts';
import type { CourseColumns, ExactResult, ReplicatesResult } from './batch-result.ts';
import type { Course, LookSummary } from './result.ts';

/** Sums over the replicates of one truth. */
interface CourseTally {
  readonly rows: number;
  /** By stage and verdict. */
  readonly stops: readonly Record<Verdict, number>[];
  readonly enrolled: MomentSums;
  readonly months: MomentSums;
}

interface MomentSums {
  count: number;
  sum: number;
  squares: number;
  readonly centre: number;
}

function addTo(sums: MomentSums, value: number): void {
  sums.count++;
  sums.sum += value;
  sums.squares += (value - sums.centre) * (value - sums.centre);
}

function tally(trial: Trial, parts: readonly CourseColumns[]): CourseTally {
  const stops = trial.design.stages.map(() => ({ efficacy: 0, futility: 0, harm: 0 }));
  const from = (centre: number): MomentSums => ({ count: 0, sum: 0, squares: 0, centre });
  const enrolled = from(parts[0].enrolled[0]);
  const months = from(parts[0].days[0] / DAYS_A_MONTH);
  for (const { stage, verdict, enrolled: patients, days } of parts) {
    for (let row = 0; row < stage.length; row++) {
      if (stage[row] > 0) stops[stage[row] - 1][verdicts[verdict[row] - 1]]++;
      addTo(enrolled, patients[row]);
      addTo(months, days[row] / DAYS_A_MONTH);
    }
  }
  return { rows: enrolled.count, stops, enrolled, months };
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
export function mergeCourse(
  trial: Trial,
  { isExact, success }: ExactResult,
  parts: readonly ReplicatesResult[],
): Course {
  const { stages, accrual } = trial.design;
  const fixed = fixedCourse(trial);
  const columns = parts.flatMap(({ columns: { course } }) => course ?? []);
  if (columns.length === 0)
    return { expectedSampleSize: { estimate: fixed.enrolled, mcse: 0, exact: fixed.enrolled } };
  const counts = tally(trial, columns);
  if (stages.length === 0) {
    return {
      expectedSampleSize: { estimate: fixed.enrolled, mcse: 0, exact: fixed.enrolled },
      expectedMonths: estimateMean(counts.months, fixed.months),
    };
  }
  const exact = isExact ? success?.course : undefined;
  const months = exact?.expectedDays === undefined ? undefined : exact.expectedDays / DAYS_A_MONTH;
  const share = (count: number, exactly: number | undefined): Estimate =>
    estimateProportion(count, counts.rows, exactly);
  const total = (of: (stop: StageStops) => number, stops: readonly StageStops[] | undefined) =>
    stops?.reduce((sum, stop) => sum + of(stop), 0);
  const both = (of: (stop: StageStops) => number): Estimate =>
    share(total(of, counts.stops)!, total(of, exact?.stops));
  return {
    expectedSampleSize: estimateMean(counts.enrolled, exact?.expectedEnrolled),
    ...(accrual && { expectedMonths: estimateMean(counts.months, months) }),
    stopping: {
      probability: both(ofAny),
      byVerdict: Object.fromEntries(
        verdicts.map((verdict) => [verdict, both((stop) => stop[verdict])]),
      ) as Record<Verdict, Estimate>,
      looks: stages.map(
        ({ rule, patients }, stage): LookSummary => ({
          rule,
          patients,
          stop: share(ofAny(counts.stops[stage]), exact && ofAny(exact.stops[stage])),
        }),
      ),
    },
  };
}
