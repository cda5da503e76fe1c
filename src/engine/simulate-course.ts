import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import type { Claim } from '../trial/claims/definition.ts';
import { createEnrolment } from '../trial/enrolment.ts';
import { verdicts } from '../trial/rules/definition.ts';
import { createTrialClock, enrolledAtLook, type TrialClock } from '../trial/trial-clock.ts';
import { type HeldLook, type Stop, walkLooks } from '../trial/walk-looks.ts';
import { createArmLookColumns } from './arm-look-columns.ts';
import type { CourseColumns } from './batch-result.ts';

/** Follows the looks and the calendar of simulated trials. */
export interface CourseSimulator {
  /** Where the looks stop the trial with these outcomes of its last arm; undefined where they do not; `onLook` is told of every look held. */
  stop(outcomes: ArmOutcomes, onLook?: (look: HeldLook) => void): Stop | undefined;
  /** The same at the null of a claim: its endpoint at the margin, rules of other endpoints silent. */
  stopAtMargin(outcomes: ArmOutcomes, claim: Claim): Stop | undefined;
  /** Writes how the trial went into a row. */
  record(
    world: number,
    replicate: number,
    stop: Stop | undefined,
    outcomes: ArmOutcomes,
    columns: CourseColumns,
    row: number,
  ): void;
}

/** Whether a design has a course to follow. */
export function hasCourse({ design }: Trial): boolean {
  return design.stages.length > 0 || design.accrual !== undefined;
}

/** Empty columns of how so many trials go. */
export function createCourseColumns(trial: Trial, rows: number): CourseColumns {
  const { sequential, armLooks } = trial.design;
  const looks = armLooks?.fractions ?? sequential?.plan.spec.fractions;
  return {
    stage: new Uint16Array(rows),
    verdict: new Uint8Array(rows),
    enrolled: new Uint32Array(rows),
    days: new Float64Array(rows),
    ...(looks && { lookDays: new Float64Array(rows * looks.length).fill(Number.NaN) }),
    ...(armLooks && { arms: createArmLookColumns(trial, rows) }),
  };
}

/** A follower of trials under a known truth. */
export function createCourseSimulator({ design, key }: Trial, { truth }: KnownTruth): CourseSimulator {
  const { rules, stages, sizes } = design;
  const total = sizes.reduce((a, b) => a + b, 0);
  const clock = createTrialClock(design);
  const days = new Float64Array(clock ? total : 0);
  const enrol = clock && createEnrolment(clock);
  const endpoints = rules.map((rule) => endpointIndex(truth, rule));
  const everyone = new Uint8Array(total).fill(1);
  const asFailures = design.countsUnevaluableAsFailures && design.unevaluable > 0;
  const analysed = rules.map(() => new Uint8Array(asFailures ? total : 0));
  const countsOf = ({ evaluable }: ArmOutcomes): Uint8Array => (asFailures ? everyone : evaluable);
  /** Events as the analysis counts them: unevaluable patients as failures where the design says so. */
  const analyse = (rule: number, events: Uint8Array, { evaluable }: ArmOutcomes): Uint8Array => {
    if (!asFailures) return events;
    const failure = rules[rule].endpoint.eventIsGood ? 0 : 1;
    for (let i = 0; i < total; i++) analysed[rule][i] = evaluable[i] === 1 ? events[i] : failure;
    return analysed[rule];
  };
  const walk = (
    outcomes: ArmOutcomes,
    eventsOf: (rule: number) => Uint8Array | undefined,
    onLook?: (look: HeldLook) => void,
  ): Stop | undefined =>
    stages.length === 0
      ? undefined
      : walkLooks(
          design,
          (rule) => {
            const events = eventsOf(rule);
            return events && analyse(rule, events, outcomes);
          },
          countsOf(outcomes),
          total,
          onLook,
        );
  const pausedAtEnd = ({ accrual, pausedDaysAtEnd }: TrialClock, outcomes: ArmOutcomes): number => {
    if (!accrual.pausesAtLooks) return 0;
    const counts = countsOf(outcomes);
    let evaluable = 0;
    for (let i = 0; i < total; i++) evaluable += counts[i];
    return pausedDaysAtEnd(evaluable, counts[total - 1]);
  };
  return {
    stop: (outcomes, onLook) => walk(outcomes, (rule) => outcomes.events[endpoints[rule]], onLook),
    stopAtMargin: (outcomes, claim) =>
      walk(outcomes, (rule) =>
        rules[rule].endpoint === claim.endpoint ? outcomes.marginEvents[endpoints[rule]] : undefined,
      ),
    record: (world, replicate, stop, outcomes, columns, row) => {
      columns.stage[row] = stop ? stop.stage + 1 : 0;
      columns.verdict[row] = stop ? verdicts.indexOf(stop.verdict) + 1 : 0;
      columns.enrolled[row] = stop ? stop.patient : total;
      if (!clock || !enrol) return;
      enrol(key, world, replicate, days);
      const last = stop ? stop.patient : total;
      if (stop) columns.enrolled[row] = enrolledAtLook(clock, days, last, total);
      columns.days[row] = stop
        ? days[last - 1] + clock.lookDelayDays + clock.pausedDays(stages[stop.stage].patients)
        : days[last - 1] + clock.finalDelayDays + pausedAtEnd(clock, outcomes);
    },
  };
}
