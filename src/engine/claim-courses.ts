import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { outcomeDelayDays } from '../trial/accrual.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { verdicts } from '../trial/rules/definition.ts';
import type { AnalysedCounts } from './analysed-counts.ts';
import type { CourseColumns, TimeColumns } from './batch-result.ts';
import { createCountCourse } from './count-course.ts';
import type { ArmData } from './curve-sums.ts';
import type { SimulatedArms } from './patient-times.ts';
import { createTimeCourse } from './time-course.ts';
import { createTrialCalendar, type TrialCalendar } from './trial-calendar.ts';
import type { ClaimCourse, TrialEnd } from './trial-end.ts';

/** How the claims of a trial are decided that calendar and looks have a part in. */
export interface ClaimCourses {
  /** By claim; absent where the counts of all patients decide it. */
  readonly courses: readonly (ClaimCourse | undefined)[];
  readonly calendar: TrialCalendar;
  /** How the replicate simulated last ended, by claim. */
  drawn(world: number, replicate: number): readonly (TrialEnd | undefined)[];
  /**
   * By arm, what the last analysis would see of the trial drawn last: that of the first claim that times decide, or of the
   * first that compares the arm; undefined where times decide none.
   */
  lastData(): ArmData[] | undefined;
  /** Writes how the trial went into a row, by the ends of its claims. */
  record(ends: readonly (TrialEnd | undefined)[], columns: CourseColumns, row: number): void;
}

/** Whether calendar or looks have a part in the claims of a design. */
export function hasClaimCourses({ design }: Pick<Trial, 'design'>): boolean {
  const { sequential, armLooks, claims } = design;
  return sequential !== undefined || armLooks !== undefined || claims.some(isTimeClaim);
}

/** Whether times decide a claim of a design. */
export const hasTimes = ({ design }: Pick<Trial, 'design'>): boolean => design.claims.some(isTimeClaim);

/** Empty columns of what analyses of times find, for so many replicates. */
export function createTimeColumns(values: number): TimeColumns {
  const column = (): Float64Array => new Float64Array(values).fill(Number.NaN);
  return {
    statistic: column(),
    estimate: column(),
    standardError: column(),
    failures: new Uint32Array(values),
  };
}

/** By arm, the data of the first course on times, or where several arms are compared of that which compares the arm. */
function lastDataByArm(
  { arms, design }: Trial,
  courses: readonly (ClaimCourse | undefined)[],
): ArmData[] | undefined {
  const first = courses.find((course) => course?.lastData)?.lastData?.();
  if (!first) return undefined;
  return arms.map((_, arm): ArmData => {
    const own = arm > 0 ? design.claims.findIndex((claim) => claim.arm === arm) : -1;
    return { data: own > 0 ? courses[own]!.lastData!() : first, side: arm > 0 ? 1 : 0 };
  });
}

/** The courses of the claims of a design that {@link hasClaimCourses}, and whose arms all stay to its end. */
export function createClaimCourses(
  trial: Trial,
  known: KnownTruth,
  simulated: Omit<SimulatedArms, 'calendar'>,
  counts: AnalysedCounts,
): ClaimCourses {
  const { claims, accrual, sizes } = trial.design;
  const calendar = createTrialCalendar(trial, simulated.allocation);
  const arms = { ...simulated, calendar };
  const courses = claims.map((claim) => {
    if (isTimeClaim(claim)) return createTimeCourse(trial, known, claim, arms);
    return trial.design.sequential && createCountCourse(trial, known, claim, arms, counts);
  });
  const ofCounts = claims.filter((_, k) => !courses[k]);
  const delays = ofCounts.map(({ endpoint, time }) =>
    accrual ? outcomeDelayDays(accrual, endpoint.timeKey, time) : 0,
  );
  const total = sizes.reduce((a, b) => a + b, 0);
  return {
    courses,
    calendar,
    drawn: (world, replicate) => {
      calendar.fill(world, replicate);
      return courses.map((course) => course?.end(false));
    },
    lastData: () => lastDataByArm(trial, courses),
    record: (ends, columns, row) => {
      const stopped = ends.find((end) => end?.stoppedAt !== undefined);
      columns.stage[row] = stopped ? stopped.stoppedAt! + 1 : 0;
      columns.verdict[row] = stopped ? verdicts.indexOf(stopped.verdict!) + 1 : 0;
      const { lookDays } = columns;
      const looks = lookDays ? lookDays.length / columns.days.length : 0;
      ends[0]?.lookDays.forEach((day, look) => {
        if (lookDays) lookDays[row * looks + look] = day;
      });
      const lastDay = calendar.enrolmentDays[total - 1];
      const days = delays.map((delay) => lastDay + delay);
      const enrolled = ofCounts.length > 0 ? [total] : [];
      for (const end of ends) {
        if (!end) continue;
        days.push(end.day);
        enrolled.push(end.enrolled);
      }
      columns.days[row] = accrual ? Math.max(...days) : 0;
      columns.enrolled[row] = Math.max(...enrolled);
    },
  };
}
