import type { ArmSimulator } from '../outcomes/arm-simulator.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { DAYS_A_YEAR } from '../trial/accrual.ts';
import type { Allocation } from '../trial/allocation.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import { createTimeSorter } from '../trial/sort-times.ts';
import { CENSORED, COMPETING, FAILURE, type TimeData } from '../trial/time-data.ts';
import type { TimeFinding } from '../trial/time-tests/definition.ts';
import { createSequentialBounds } from './sequential-bounds.ts';
import { type TrialCalendar, yearsBetween } from './trial-calendar.ts';
import type { ClaimCourse, OnLook, TrialEnd } from './trial-end.ts';

/** What the course of a trial looks at: the replicate simulated last. */
export interface SimulatedArms {
  readonly simulators: readonly ArmSimulator[];
  readonly allocation: Allocation;
  readonly calendar: TrialCalendar;
}

/** Patients with the times of what may happen to them, if nothing ends their follow-up. */
interface PatientTimes {
  size: number;
  readonly arm: Uint8Array;
  readonly surgeryDay: Float64Array;
  readonly failureYears: Float64Array;
  readonly competingYears: Float64Array;
  /** Until lost to follow-up, or followed for as long as the design says. */
  readonly followedYears: Float64Array;
  /** Days on which failures are seen, rising. */
  failureDays: Float64Array;
}

/** A follower of the trials of a claim on times under a known truth. */
export function createTimeCourse(
  trial: Trial,
  known: KnownTruth,
  claim: TimeClaim,
  simulated: SimulatedArms,
): ClaimCourse {
  const { design } = trial;
  const followUp = design.followUp!;
  const { surgeryAfterDays } = design.accrual!;
  const { calendar } = simulated;
  const analyse = claim.times.createAnalysis();
  const boundsOf = design.sequential && createSequentialBounds(design.sequential);
  const atLooks = design.sequential?.events?.slice(0, -1) ?? [];
  const patients = createPatientTimes(simulated.allocation.capacities.reduce((a, b) => a + b, 0));
  const fill = createPatientFiller(trial, known, claim, simulated, patients);
  const dataBy = createDataBy(patients);
  const last = calendar.enrolmentDays.length - 1;
  let finalDay = 0;
  const end = (atMargin: boolean, onLook?: OnLook): TrialEnd => {
    fill(atMargin);
    const { failureDays } = patients;
    finalDay = followUp.analysisDay({
      lastEnrolment: calendar.enrolmentDays[last],
      surgeryAfter: surgeryAfterDays,
      dayOfFailure: (n) => failureDays[n - 1] ?? Infinity,
    });
    const seen: number[] = [];
    const lookDays: number[] = [];
    for (let look = 0; look < atLooks.length; look++) {
      const day = failureDays[atLooks[look] - 1] ?? Infinity;
      if (day >= finalDay) break;
      const finding = analyse(dataBy(day));
      seen.push(atLooks[look]);
      lookDays[look] = day;
      const { efficacy, futility } = boundsOf!(seen, false);
      const verdict =
        finding.statistic >= efficacy ? 'efficacy' : finding.statistic < futility ? 'futility' : undefined;
      const enrolled = calendar.enrolledBy(day);
      onLook?.({ look, day, enrolled, information: atLooks[look], finding, verdict });
      if (verdict)
        return { stoppedAt: look, verdict, passes: verdict === 'efficacy', day, enrolled, lookDays, finding };
    }
    const finding = analyse(dataBy(finalDay));
    const passes = finding.statistic >= finalCritical(claim, boundsOf, seen, finding);
    const enrolled = calendar.enrolledBy(finalDay);
    const verdict = passes ? ('efficacy' as const) : undefined;
    onLook?.({
      look: atLooks.length,
      day: finalDay,
      enrolled,
      information: finding.failures,
      finding,
      verdict,
    });
    lookDays[atLooks.length] = finalDay;
    return { passes, day: finalDay, enrolled, lookDays, finding };
  };
  return { end, lastData: () => dataBy(finalDay) };
}

/** The score at which the last analysis passes; ∞ where it has seen no failure more than the looks before it. */
function finalCritical(
  { times }: TimeClaim,
  boundsOf: ReturnType<typeof createSequentialBounds> | undefined,
  seen: readonly number[],
  { failures }: TimeFinding,
): number {
  if (!boundsOf) return times.critical;
  if (failures <= (seen.at(-1) ?? 0)) return Infinity;
  return boundsOf([...seen, failures], true).efficacy;
}

function createPatientTimes(capacity: number): PatientTimes {
  const column = (): Float64Array => new Float64Array(capacity);
  return {
    size: 0,
    arm: new Uint8Array(capacity),
    surgeryDay: column(),
    failureYears: column(),
    competingYears: column(),
    followedYears: column(),
    failureDays: new Float64Array(0),
  };
}

/** Writes the times of the replicate simulated last, as drawn or with the claim's endpoint at its margin. */
function createPatientFiller(
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
  const buffer = new Float64Array(patients.arm.length);
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
        patients.surgeryDay[at] = surgeryDay;
        patients.failureYears[at] = failure;
        patients.competingYears[at] = other;
        patients.followedYears[at] = followed;
        at++;
        if (failure <= other && failure <= followed) buffer[failures++] = surgeryDay + failure * DAYS_A_YEAR;
      }
    });
    patients.size = at;
    patients.failureDays = buffer.slice(0, failures).sort();
  };
}

/** What is seen of patients by a day, sorted. */
function createDataBy(patients: PatientTimes): (day: number) => TimeData {
  const capacity = patients.arm.length;
  const [years, status, arm] = [
    new Float64Array(capacity),
    new Uint8Array(capacity),
    new Uint8Array(capacity),
  ];
  const sort = createTimeSorter();
  return (day) => {
    let size = 0;
    for (let i = 0; i < patients.size; i++) {
      const onCalendar = yearsBetween(patients.surgeryDay[i], day);
      if (onCalendar < 0) continue;
      const first = Math.min(patients.failureYears[i], patients.competingYears[i]);
      // By the same sum as the days of failure, so that a look sees the failure that it waits for
      const isSeen =
        first <= patients.followedYears[i] && patients.surgeryDay[i] + first * DAYS_A_YEAR <= day;
      const isFailure = patients.failureYears[i] <= patients.competingYears[i];
      years[size] = isSeen ? first : Math.min(patients.followedYears[i], onCalendar);
      status[size] = !isSeen ? CENSORED : isFailure ? FAILURE : COMPETING;
      arm[size] = patients.arm[i];
      size++;
    }
    return sort(years, status, arm, size);
  };
}
