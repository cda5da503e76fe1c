import type { ArmSimulator } from '../outcomes/arm-simulator.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { DAYS_A_YEAR } from '../trial/accrual.ts';
import type { Allocation } from '../trial/allocation.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import { createTimeSorter } from '../trial/sort-times.ts';
import { CENSORED, COMPETING, FAILURE, type TimeData } from '../trial/time-data.ts';
import { type TrialCalendar, yearsBetween } from './trial-calendar.ts';

/** What the course of a trial looks at: the replicate simulated last. */
export interface SimulatedArms {
  readonly simulators: readonly ArmSimulator[];
  readonly allocation: Allocation;
  readonly calendar: TrialCalendar;
}

/** Patients with the times of what may happen to them, if nothing ends their follow-up. */
export interface PatientTimes {
  size: number;
  readonly arm: Uint8Array;
  /** Position in the arm, unevaluable patients counted. */
  readonly position: Uint32Array;
  readonly surgeryDay: Float64Array;
  readonly failureYears: Float64Array;
  readonly competingYears: Float64Array;
  /** Until lost to follow-up, or followed for as long as the design says. */
  readonly followedYears: Float64Array;
  /** Days on which failures are seen, rising; empty where nothing waits for them. */
  failureDays: Float64Array;
}

/** Room for so many patients. */
export function createPatientTimes(capacity: number): PatientTimes {
  const column = (): Float64Array => new Float64Array(capacity);
  return {
    size: 0,
    arm: new Uint8Array(capacity),
    position: new Uint32Array(capacity),
    surgeryDay: column(),
    failureYears: column(),
    competingYears: column(),
    followedYears: column(),
    failureDays: new Float64Array(0),
  };
}

/** Writes the times of the replicate simulated last, as drawn or with the claim's endpoint at its margin. */
export function createPatientFiller(
  { design }: Trial,
  { truth }: KnownTruth,
  claim: TimeClaim,
  { simulators, allocation, calendar }: SimulatedArms,
  patients: PatientTimes,
): (atMargin: boolean) => void {
  const e = endpointIndex(truth, claim);
  const { countsAsFailure, competing } = claim.events;
  const { surgeryAfterDays } = design.accrual!;
  const most = design.followUp!.perPatientYears ?? Infinity;
  const lastArm = simulators.length - 1;
  const hasOthers = truth.competing !== undefined;
  const isAwaited = design.sequential !== undefined || design.followUp!.events !== undefined;
  const buffer = new Float64Array(isAwaited ? patients.arm.length : 0);
  return (atMargin) => {
    let at = 0;
    let failures = 0;
    simulators.forEach(({ outcomes }, arm) => {
      const { failureYears, marginFailureYears, deathYears, metastasisYears, evaluable } = outcomes;
      const ofEndpoint = atMargin && arm === lastArm ? marginFailureYears[e] : failureYears[e];
      for (let i = 0; i < allocation.sizes[arm]; i++) {
        if (evaluable[i] === 0) continue;
        let [failure, other] = [ofEndpoint[i], Infinity];
        if (hasOthers) {
          const death = deathYears[i];
          // Nobody gets a metastasis after death
          const metastasis = metastasisYears[i] < death ? metastasisYears[i] : Infinity;
          for (const event of countsAsFailure)
            failure = Math.min(failure, event === 'death' ? death : metastasis);
          for (const event of competing) other = Math.min(other, event === 'death' ? death : metastasis);
        }
        const followed = Math.min(calendar.lostYears[arm][i], most);
        const surgeryDay = calendar.daysByArm[arm][i] + surgeryAfterDays;
        patients.arm[at] = arm;
        patients.position[at] = i;
        patients.surgeryDay[at] = surgeryDay;
        patients.failureYears[at] = failure;
        patients.competingYears[at] = other;
        patients.followedYears[at] = followed;
        at++;
        if (isAwaited && failure <= other && failure <= followed)
          buffer[failures++] = surgeryDay + failure * DAYS_A_YEAR;
      }
    });
    patients.size = at;
    patients.failureDays = buffer.slice(0, failures).sort();
  };
}

/** How far a patient has been observed. */
interface Seen {
  years: number;
  status: number;
}

/** Writes what is seen of patient `i` by a day; false before surgery, when nothing is. */
function seePatient(patients: PatientTimes, i: number, day: number, seen: Seen): boolean {
  const onCalendar = yearsBetween(patients.surgeryDay[i], day);
  if (onCalendar < 0) return false;
  const first = Math.min(patients.failureYears[i], patients.competingYears[i]);
  // By the same sum as the days of failure, so that a look sees the failure that it waits for
  const isSeen = first <= patients.followedYears[i] && patients.surgeryDay[i] + first * DAYS_A_YEAR <= day;
  const isFailure = patients.failureYears[i] <= patients.competingYears[i];
  seen.years = isSeen ? first : Math.min(patients.followedYears[i], onCalendar);
  seen.status = !isSeen ? CENSORED : isFailure ? FAILURE : COMPETING;
  return true;
}

/** What is seen of patients by a day, sorted. */
export function createDataBy(patients: PatientTimes): (day: number) => TimeData {
  const capacity = patients.arm.length;
  const [years, status, arm] = [
    new Float64Array(capacity),
    new Uint8Array(capacity),
    new Uint8Array(capacity),
  ];
  const sort = createTimeSorter();
  const seen: Seen = { years: 0, status: CENSORED };
  return (day) => {
    let size = 0;
    for (let i = 0; i < patients.size; i++) {
      if (!seePatient(patients, i, day, seen)) continue;
      years[size] = seen.years;
      status[size] = seen.status;
      arm[size] = patients.arm[i];
      size++;
    }
    return sort(years, status, arm, size);
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

/** The patients that an analysis on a day looks at, arm by arm. */
export function patientsSeen(patients: PatientTimes, day: number): SeenPatient[] {
  const seen: Seen = { years: 0, status: CENSORED };
  const found: SeenPatient[] = [];
  for (let i = 0; i < patients.size; i++) {
    if (!seePatient(patients, i, day, seen)) continue;
    const { arm, position, surgeryDay } = patients;
    found.push({ arm: arm[i], position: position[i], surgeryDay: surgeryDay[i], ...seen });
  }
  return found;
}
