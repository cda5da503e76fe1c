import { findRoot } from '../numeric/find-root.ts';
import { stieltjesIntegral } from '../numeric/stieltjes-integral.ts';
import { type Observation, type Observed, observedAt } from './observation.ts';
import type { SurvivalCurve } from './survival-curve.ts';

/** An arm of which events are expected. */
export interface ObservedArm {
  /** Patients, not necessarily whole. */
  readonly size: number;
  readonly curve: SurvivalCurve;
}

/** Probability that a patient’s event is observed: ∫ G dF, G the share still followed and F = 1 − S. */
export function eventProbability(curve: SurvivalCurve, { share, longestYears, breaks }: Observed): number {
  return stieltjesIntegral(share, (years) => 1 - curve(years), longestYears, breaks);
}

/** Events of all arms expected by an analysis so many years after the opening of the trial. */
export function expectedEvents(
  arms: readonly ObservedArm[],
  observation: Observation,
  analysisYears: number,
): number {
  const observed = observedAt(observation, analysisYears);
  return arms.reduce((sum, { size, curve }) => sum + size * eventProbability(curve, observed), 0);
}

/** No trial is followed longer. */
const MOST_YEARS = 100;

/**
 * Years from the opening of the trial until so many events are expected.
 *
 * @param events above 0
 * @throws RangeError if they are not expected within a hundred years
 */
export function yearsOfEvents(
  events: number,
  arms: readonly ObservedArm[],
  observation: Observation,
): number {
  const excess = (years: number): number => expectedEvents(arms, observation, years) - events;
  const { entry, perPatientYears = Infinity } = observation;
  const end = Math.min(MOST_YEARS, entry.years + perPatientYears);
  const most = excess(end) + events;
  if (most < events)
    throw new RangeError(
      `no time of ${Number(events.toPrecision(6))} events: only ${most.toFixed(1)} are expected within ${end} years`,
    );
  return findRoot(excess, end * 1e-9, end);
}
