import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import type { ArmSimulator } from '../outcomes/arm-simulator.ts';
import type { ComparedEvents } from '../outcomes/estimand.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { DAYS_A_YEAR } from '../trial/accrual.ts';
import type { Allocation } from '../trial/allocation.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import type { TrialCalendar } from './trial-calendar.ts';

/** What the course of a trial looks at: the replicate simulated last. */
export interface SimulatedArms {
  readonly simulators: readonly ArmSimulator[];
  readonly allocation: Allocation;
  readonly calendar: TrialCalendar;
}

/** Patients with the times of what may happen to them, if nothing ends their follow-up. */
export interface PatientTimes {
  size: number;
  /** How many of them are the control's: the first ones, whose times are as drawn at the margin too. */
  others: number;
  /** The number of the draw that they are of. */
  draw: number;
  /** 0 control, 1 experimental. */
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
    others: 0,
    draw: 0,
    arm: new Uint8Array(capacity),
    position: new Uint32Array(capacity),
    surgeryDay: column(),
    failureYears: column(),
    competingYears: column(),
    followedYears: column(),
    failureDays: new Float64Array(0),
  };
}

/** Writes the times of patients. */
export interface PatientFiller {
  /** Of the replicate simulated last, as drawn. */
  drawn(): void;
  /** Of the same replicate, which {@link drawn} has written, with the claim's endpoint at its margin. */
  atMargin(): void;
}

/** The arms that a claim compares, by position: the control and its experimental arm. */
export const comparedArms = (claim: TimeClaim, arms: number): readonly [number, number] => [
  0,
  experimentalArm(claim, arms),
];

/** A writer of the times that a claim looks at. */
export function createPatientFiller(
  { design }: Trial,
  { truth }: KnownTruth,
  claim: TimeClaim,
  { simulators, allocation, calendar }: SimulatedArms,
  patients: PatientTimes,
): PatientFiller {
  const e = endpointIndex(truth, claim);
  const { surgeryAfterDays } = design.accrual!;
  const most = design.followUp!.perPatientYears ?? Infinity;
  const compared = comparedArms(claim, simulators.length);
  const [, tested] = compared;
  const isAwaited = design.sequential !== undefined || design.followUp!.events !== undefined;
  const buffer = new Float64Array(isAwaited ? patients.arm.length : 0);
  const fillTimes = (arm: number, times: Float64Array, from: number): void => {
    fillFailures(patients, from, times);
    if (truth.competing) addOtherEvents(patients, from, simulators[arm].outcomes, claim.events);
  };
  const sortDays = (): void => {
    if (isAwaited) patients.failureDays = sortFailureDays(patients, buffer);
  };
  return {
    drawn: () => {
      patients.size = 0;
      patients.draw++;
      for (const [side, arm] of compared.entries()) {
        const { evaluable, failureYears } = simulators[arm].outcomes;
        const from = patients.size;
        addArm(patients, side, evaluable, allocation.sizes[arm]);
        fillCalendar(patients, from, calendar.daysByArm[arm], surgeryAfterDays);
        fillFollowUp(patients, from, calendar.lostYears[arm], most);
        fillTimes(arm, failureYears[e], from);
        patients.others = from;
      }
      sortDays();
    },
    atMargin: () => {
      fillTimes(tested, simulators[tested].outcomes.marginFailureYears[e], patients.others);
      sortDays();
    },
  };
}

/** Adds the evaluable ones of an arm's patients, on their side of the comparison. */
function addArm(patients: PatientTimes, side: number, evaluable: Uint8Array, size: number): void {
  const { arm: arms, position } = patients;
  let at = patients.size;
  for (let i = 0; i < size; i++) {
    if (evaluable[i] === 0) continue;
    arms[at] = side;
    position[at] = i;
    at++;
  }
  patients.size = at;
}

/** Writes when patients, those at `from` and after, have surgery. */
function fillCalendar(
  { size, position, surgeryDay }: PatientTimes,
  from: number,
  enrolmentDays: Float64Array,
  surgeryAfterDays: number,
): void {
  for (let at = from; at < size; at++) surgeryDay[at] = enrolmentDays[position[at]] + surgeryAfterDays;
}

/** Writes how long they are followed, if the analysis does not come before. */
function fillFollowUp(
  { size, position, followedYears }: PatientTimes,
  from: number,
  lostYears: Float64Array,
  most: number,
): void {
  for (let at = from; at < size; at++) followedYears[at] = Math.min(lostYears[position[at]], most);
}

/** Writes their times of failure, with nothing that competes. */
function fillFailures(
  { size, position, failureYears, competingYears }: PatientTimes,
  from: number,
  times: Float64Array,
): void {
  for (let at = from; at < size; at++) failureYears[at] = times[position[at]];
  competingYears.fill(Infinity, from, size);
}

/** Makes death and metastasis failures or competing events, of the patients of an arm at `from` and after. */
function addOtherEvents(
  { size, position, failureYears, competingYears }: PatientTimes,
  from: number,
  { deathYears, metastasisYears }: ArmOutcomes,
  { countsAsFailure, competing }: ComparedEvents,
): void {
  for (let at = from; at < size; at++) {
    const death = deathYears[position[at]];
    // Nobody gets a metastasis after death
    const metastasis = metastasisYears[position[at]] < death ? metastasisYears[position[at]] : Infinity;
    for (const event of countsAsFailure)
      failureYears[at] = Math.min(failureYears[at], event === 'death' ? death : metastasis);
    for (const event of competing)
      competingYears[at] = Math.min(competingYears[at], event === 'death' ? death : metastasis);
  }
}

/** The days on which failures are seen, rising; a part of the buffer. */
function sortFailureDays(
  { size, surgeryDay, failureYears, competingYears, followedYears }: PatientTimes,
  buffer: Float64Array,
): Float64Array {
  let failures = 0;
  for (let i = 0; i < size; i++) {
    const failure = failureYears[i];
    if (failure <= competingYears[i] && failure <= followedYears[i])
      buffer[failures++] = surgeryDay[i] + failure * DAYS_A_YEAR;
  }
  return buffer.subarray(0, failures).sort();
}
