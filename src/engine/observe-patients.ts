import { DAYS_A_YEAR } from '../trial/accrual.ts';
import { createTimeSorter } from '../trial/sort-times.ts';
import { CENSORED, COMPETING, FAILURE, type TimeData } from '../trial/time-data.ts';
import type { PatientTimes } from './patient-times.ts';
import { yearsBetween } from './trial-calendar.ts';

/** What has been observed of patients, in columns. */
interface Observed {
  readonly patient: Uint32Array;
  readonly years: Float64Array;
  readonly status: Uint8Array;
  readonly arm: Uint8Array;
}

const observedColumns = (capacity: number): Observed => ({
  patient: new Uint32Array(capacity),
  years: new Float64Array(capacity),
  status: new Uint8Array(capacity),
  arm: new Uint8Array(capacity),
});

/**
 * Writes what is seen by a day of patients from one to before another, in their order: before surgery nothing is.
 *
 * @param seenBefore how many are written already
 * @returns how many are written then
 */
function observe(
  { arm, surgeryDay, failureYears, competingYears, followedYears }: PatientTimes,
  day: number,
  [from, to]: readonly [number, number],
  into: Observed,
  seenBefore: number,
): number {
  const { patient, years, status, arm: arms } = into;
  let seen = seenBefore;
  for (let i = from; i < to; i++) {
    if (surgeryDay[i] > day) continue;
    const first = Math.min(failureYears[i], competingYears[i]);
    patient[seen] = i;
    arms[seen] = arm[i];
    // By the same sum as the days of failure, so that a look sees the failure that it waits for
    if (first <= followedYears[i] && surgeryDay[i] + first * DAYS_A_YEAR <= day) {
      years[seen] = first;
      status[seen] = failureYears[i] <= competingYears[i] ? FAILURE : COMPETING;
    } else {
      years[seen] = Math.min(followedYears[i], yearsBetween(surgeryDay[i], day));
      status[seen] = CENSORED;
    }
    seen++;
  }
  return seen;
}

/** What is seen of patients by a day, sorted. */
export function createDataBy(patients: PatientTimes): (day: number) => TimeData {
  const observed = observedColumns(patients.arm.length);
  const sort = createTimeSorter();
  // Of the control, on the day asked for last: the margin leaves them as they are
  let [draw, lastDay, others] = [0, Number.NaN, 0];
  return (day) => {
    if (draw !== patients.draw || day !== lastDay)
      others = observe(patients, day, [0, patients.others], observed, 0);
    [draw, lastDay] = [patients.draw, day];
    const seen = observe(patients, day, [patients.others, patients.size], observed, others);
    return sort(observed.years, observed.status, observed.arm, seen);
  };
}

/** One patient at an analysis of times. */
export interface SeenPatient {
  readonly arm: number;
  /** Position in the arm, unevaluable patients counted. */
  readonly position: number;
  readonly surgeryDay: number;
  /** Years under observation. */
  readonly years: number;
  /** How observation ended: censored, failure or competing event. */
  readonly status: number;
}

/**
 * The patients that an analysis on a day looks at, arm by arm.
 *
 * @param compared positions of the arms that it compares, the control first
 */
export function patientsSeen(
  patients: PatientTimes,
  day: number,
  compared: readonly number[],
): SeenPatient[] {
  const { patient, years, status, arm } = observedColumns(patients.size);
  const seen = observe(patients, day, [0, patients.size], { patient, years, status, arm }, 0);
  return Array.from(patient.subarray(0, seen), (i, k) => ({
    arm: compared[arm[k]],
    position: patients.position[i],
    surgeryDay: patients.surgeryDay[i],
    years: years[k],
    status: status[k],
  }));
}
