import { type CourseShare, conditionsOf, deliveredCourses } from '../../outcomes/delivered-courses.ts';
import type { TruthSpec } from '../../outcomes/truth-schema.ts';
import type { Trial } from '../../scenario/trial.ts';
import { truthInWorld, uncertainPaths, type WorldDraw } from '../../scenario/truth-specs.ts';
import type { ArmBurden, BadEventRates } from '../../trial/burden/arm-burden.ts';
import { armBurden } from '../../trial/burden/arm-burden.ts';
import type { BurdenSpec } from '../../trial/burden/burden-schema.ts';
import { meanOneWayKm } from '../../trial/burden/travel-distance.ts';

/** By arm, the courses that its patients receive. */
export interface TrialCourses {
  readonly byArm: readonly (readonly CourseShare[])[];
  readonly exact: boolean;
}

/** The courses of every arm under a truth. */
export function trialCourses({ arms }: Trial, spec: TruthSpec): TrialCourses {
  const delivered = arms.map((arm) => deliveredCourses(spec, arm));
  return { byArm: delivered.map(({ courses }) => courses), exact: delivered.every(({ exact }) => exact) };
}

/** The courses of a world: those as planned, unless something is uncertain on which courses hang. */
export function createWorldCourses(trial: Trial): (draw: WorldDraw) => TrialCourses {
  const { scenario, arms } = trial;
  const isConditional = arms.some((arm) => conditionsOf(arm).length > 0);
  const decides = (path: string): boolean =>
    path.startsWith('truth.delivery.') || (isConditional && path.startsWith('truth.cohort.'));
  if (uncertainPaths(scenario).some(decides))
    return (draw) => trialCourses(trial, truthInWorld(scenario, draw));
  const planned = trialCourses(trial, scenario.truth);
  return () => planned;
}

/** By arm, the rates of the bad events of the truth's endpoints. @param rates of the events themselves, by arm and endpoint */
export function badEventRates(trial: Trial, rates: readonly (readonly number[])[]): BadEventRates[] {
  const { endpoints } = trial.truth(0).truth;
  return rates.map((ofArm) =>
    Object.fromEntries(
      endpoints.map(({ definition: { name, eventIsGood } }, e) => [
        name,
        eventIsGood ? 1 - ofArm[e] : ofArm[e],
      ]),
    ),
  );
}

/** By arm, what it asks of its mean patient. */
export function armBurdens(
  { arms }: Trial,
  burden: BurdenSpec,
  { byArm }: TrialCourses,
  rates: readonly BadEventRates[],
): ArmBurden[] {
  const km = meanOneWayKm(burden);
  return arms.map(({ name }, a) => armBurden(burden, name, byArm[a], km, rates[a]));
}
