import type { EndpointDefinition, EndpointName } from '../outcomes/endpoints/definition.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { outcomeDelayDays } from '../trial/accrual.ts';
import { isTimeClaim } from '../trial/claims/definition.ts';
import { enrolmentOrder } from '../trial/enrolment-order.ts';
import { createTrialClock } from '../trial/trial-clock.ts';
import type { HeldLook } from '../trial/walk-looks.ts';
import { enrolmentDays } from './enrolment-days.ts';
import type { ReplicateSimulator } from './simulate-replicates.ts';
import { createObserver } from './story-observations.ts';
import type {
  ReplicateAddress,
  StoryEndpoint,
  StoryObservation,
  StoryOutcome,
  StoryPatient,
} from './trial-story.ts';

/** The endpoints of a truth with the design's time for each. */
export function storyEndpoints({ design }: Trial, { truth }: KnownTruth): StoryEndpoint[] {
  return truth.endpoints.map(({ definition }) => {
    const reader = [...design.claims, ...design.rules].find(({ endpoint }) => endpoint === definition);
    return { name: definition.name, time: reader?.time ?? null };
  });
}

/** By patient, the days that pauses for looks have added by the enrolment. */
function pausesBefore({ design }: Trial, looks: readonly HeldLook[]): (patient: number) => number {
  const clock = createTrialClock(design);
  return (patient) => {
    const before = looks.findLast((look) => look.patient <= patient);
    return clock && before ? clock.pausedDays(design.stages[before.stage].patients + 1) : 0;
  };
}

/**
 * By arm and position in it, how the observation of a patient has ended by the day of the analysis that looks at the patient,
 * the first of several; undefined where times decide nothing.
 *
 * @param days of the analyses that decided, by claim
 */
function observations(
  trial: Trial,
  simulator: ReplicateSimulator,
  days: readonly (number | undefined)[],
): (arm: number, position: number) => StoryObservation | undefined {
  const courses = simulator.claimCourses?.courses ?? [];
  const byArm = trial.arms.map(() => new Map<number, StoryObservation>());
  // One claim's analysis tells of all patients, unless each claim is of another arm
  const told = trial.design.comparisons ? courses.length : courses.findIndex((one) => one?.seenOn) + 1;
  courses.slice(0, told).forEach((course, k) => {
    const day = days[k];
    if (!course?.seenOn || day === undefined) return;
    const observe = createObserver(trial, course, simulator, simulator.claimCourses!);
    for (const { arm, position, observation } of observe(day))
      if (!byArm[arm].has(position)) byArm[arm].set(position, observation);
  });
  return (arm, position) => byArm[arm].get(position);
}

/**
 * The patients of a simulated trial enrolled by its decision, in the order of its randomisation, or in turn where it has
 * none; with what the analysis of times sees of them on its day.
 */
export function storyPatients(
  trial: Trial,
  known: KnownTruth,
  address: ReplicateAddress,
  simulator: ReplicateSimulator,
  looks: readonly HeldLook[],
  {
    enrolled: count,
    observedOn,
  }: { readonly enrolled: number; readonly observedOn: readonly (number | undefined)[] },
): StoryPatient[] {
  const { design, arms } = trial;
  const { outcomes, allocation } = simulator;
  const observationOf = observations(trial, simulator, observedOn);
  const days = enrolmentDays(trial, address);
  const pauseBefore = pausesBefore(trial, looks);
  const endpoints = readEndpoints(trial, known);
  const seen = arms.map(() => 0);
  const drawn = design.armLooks ? simulator.claimCourses!.calendar.armOf : allocation.armOf;
  const order = Array.from(drawn ?? enrolmentOrder(design.sizes));
  return order.slice(0, count).map((arm, i): StoryPatient => {
    const patient = seen[arm]++;
    const pause = pauseBefore(i);
    const evaluable = outcomes[arm].evaluable[patient] === 1;
    const unevaluable = (eventIsGood: boolean) => (design.countsUnevaluableAsFailures ? !eventIsGood : null);
    const became = endpoints.map(({ definition, delayDays, isTimed }, e): [EndpointName, StoryOutcome] => {
      const event = outcomes[arm].events[e][patient] === 1;
      // Times, not the event at one time, are analysed where they decide
      const analysed = isTimed ? null : evaluable ? event : unevaluable(definition.eventIsGood);
      // In the order of the simulator’s sum, so that both give the same day
      const knownDay = days && delayDays !== null ? days[i] + delayDays + pause : null;
      return [definition.name, { event, analysed, knownDay }];
    });
    return {
      number: i + 1,
      arm: arms[arm].name,
      enrolledDay: days ? days[i] + pause : null,
      evaluable,
      observation: observationOf(arm, patient) ?? null,
      outcomes: Object.fromEntries(became),
    };
  });
}

/** An endpoint as the design reads it. */
interface ReadEndpoint {
  readonly definition: EndpointDefinition;
  /** Whether times of it decide. */
  readonly isTimed: boolean;
  /** Days until it is known; null where the design has no time for it, or times decide. */
  readonly delayDays: number | null;
}

/** The endpoints of a truth as the design reads them. */
function readEndpoints(trial: Trial, known: KnownTruth): ReadEndpoint[] {
  const { accrual, claims } = trial.design;
  const times = storyEndpoints(trial, known).map(({ time }) => time);
  return known.truth.endpoints.map(({ definition }, e) => {
    const time = times[e];
    const isTimed = claims.some((claim) => claim.endpoint === definition && isTimeClaim(claim));
    const isRead = accrual !== undefined && time !== null && !isTimed;
    const delayDays = isRead ? outcomeDelayDays(accrual, definition.timeKey, time) : null;
    return { definition, isTimed, delayDays };
  });
}
