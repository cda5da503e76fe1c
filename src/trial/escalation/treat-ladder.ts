import { outcomeDelayDays } from '../accrual.ts';
import type { LadderDecision } from '../ladder/ladder-method.ts';
import type { LadderState } from '../ladder/ladder-state.ts';
import type { Escalation, EscalationPlan } from './escalation.ts';
import { createLadderCourse, type LadderCourse } from './ladder-course.ts';
import type { LadderPatients, TreatedPatient } from './ladder-patients.ts';

/** A decision of a trial. */
export interface LadderStep {
  /** From the opening of the trial. */
  readonly day: number;
  readonly state: LadderState;
  readonly decision: LadderDecision;
}

/** One trial of a plan. */
export interface TreatedLadder {
  /** In the order of their treatment, those of the expansion last. */
  readonly patients: readonly TreatedPatient[];
  /** Patients before the expansion. */
  readonly climbing: number;
  /** Of these, by level. */
  readonly treated: readonly number[];
  /** Of these, those with a toxicity within the window. */
  readonly toxic: readonly number[];
  /** Counted from 0; undefined where no level is. */
  readonly recommended: number | undefined;
  readonly isStoppedForSafety: boolean;
  /** Whether the claim of the expansion passes; undefined where nothing is expanded. */
  readonly passes?: boolean;
  /** Days from the opening to the last decision. */
  readonly days: number;
  readonly steps: readonly LadderStep[];
}

/** How a trial came to a level. */
interface Climbed {
  readonly recommended: number | undefined;
  readonly isStoppedForSafety: boolean;
  readonly lastSize: number;
  readonly steps: readonly LadderStep[];
}

const UNSAFE = { recommended: undefined, isStoppedForSafety: true } as const;

/** Treats groups until the method or the safety rule ends that. */
function climb({ method, waits }: EscalationPlan, course: LadderCourse): Climbed {
  const steps: LadderStep[] = [];
  let lastSize = 0;
  for (;;) {
    const isMore = course.patients.length < method.maximumSize;
    // Where nothing is waited for, the next patient is there when the decision is made
    const isThere = !waits && lastSize > 0 && isMore;
    if (isThere) course.arrive();
    if (course.isUnsafe()) return { ...UNSAFE, lastSize, steps };
    const state = waits ? course.wholeState(lastSize) : course.state(lastSize);
    const decision = method.decide(state);
    steps.push({ day: course.day(), state, decision });
    if (decision.kind === 'stop')
      return { recommended: decision.recommended, isStoppedForSafety: false, lastSize, steps };
    for (let i = 0; i < decision.patients; i++) {
      if (i > 0 || !isThere) course.arrive();
      course.treat(decision.level);
    }
    lastSize = decision.patients;
    if (waits) course.waitForWindows(lastSize);
  }
}

/** What is recommended once all windows are over, where the method did not wait for them. */
function settle({ method, waits }: EscalationPlan, course: LadderCourse, climbed: Climbed): Climbed {
  if (waits || climbed.recommended === undefined) return climbed;
  course.waitForWindows(course.patients.length);
  if (course.isUnsafe()) return { ...climbed, ...UNSAFE };
  return { ...climbed, recommended: method.recommend(course.wholeState(climbed.lastSize)) };
}

/** Treats more patients at the level that is recommended, and tests the claim on them. */
function expand(
  { expansion }: Escalation,
  course: LadderCourse,
  level: number | undefined,
  { expansionEvents }: LadderPatients,
): { readonly passes?: boolean; readonly isStoppedForSafety: boolean } {
  if (!expansion || level === undefined) return { isStoppedForSafety: false };
  const { claim, patients: size } = expansion;
  let events = 0;
  for (let i = 0; i < size; i++) {
    course.arrive();
    if (course.isUnsafe()) return { passes: false, isStoppedForSafety: true };
    course.treat(level);
    events += expansionEvents[level][course.patients[course.patients.length - 1].position];
  }
  course.wait(outcomeDelayDays({ surgeryAfterDays: 0 }, claim.endpoint.timeKey, claim.time));
  return { passes: claim.passes(0, 0, events, size), isStoppedForSafety: false };
}

/**
 * Runs one trial of a plan. A group is treated as its patients come; the next is decided on once the windows of all are over
 * or, with a method that need not wait, when its first patient has come. What is recommended rests on whole windows. With a
 * safety rule, grave events that are known by a decision, within the window or not, may end the trial.
 */
export function treatLadder(
  escalation: Escalation,
  plan: EscalationPlan,
  supply: LadderPatients,
): TreatedLadder {
  const course = createLadderCourse(escalation, plan, supply);
  const climbed = settle(plan, course, climb(plan, course));
  const { treated, toxic } = course.wholeState(climbed.lastSize);
  const climbing = course.patients.length;
  const expanded = expand(escalation, course, climbed.recommended, supply);
  return {
    patients: course.patients,
    climbing,
    treated,
    toxic,
    // Where the expansion ends for safety, nothing is recommended any more
    recommended: expanded.isStoppedForSafety ? undefined : climbed.recommended,
    isStoppedForSafety: climbed.isStoppedForSafety || expanded.isStoppedForSafety,
    ...(expanded.passes !== undefined && { passes: expanded.passes }),
    days: course.day(),
    steps: climbed.steps,
  };
}
