import { addCluster, oneCluster } from '../numeric/clustered-proportion.ts';
import type { ArmOutcomes } from '../outcomes/arm-outcomes.ts';
import { emptyMoments, type PatientMoments } from './patient-moments.ts';

/** Counts over all patients of all replicates so far, evaluable or not. */
export interface PatientTally {
  /** Events by arm and endpoint. */
  readonly patientEvents: readonly (readonly number[])[];
  /** Counts of competing events by arm; empty where nothing competes. */
  readonly competing: readonly (readonly number[])[];
  /** There where the counts of a replicate are not binomial. */
  readonly moments?: PatientMoments;
  /**
   * Adds the first `size` patients of an arm.
   *
   * @param events by endpoint, how many of them have its event
   */
  add(position: number, events: ArrayLike<number>, outcomes: ArmOutcomes, size: number): void;
}

/**
 * An empty tally.
 *
 * @param isClustered whether replicates are clusters, so that their moments are kept
 */
export function createPatientTally(
  arms: number,
  endpoints: number,
  competingEvents: number,
  isClustered: boolean,
): PatientTally {
  const block = (width: number): number[][] =>
    Array.from({ length: arms }, () => Array.from({ length: width }, () => 0));
  const [patientEvents, competing] = [block(endpoints), block(competingEvents)];
  const moments = isClustered ? emptyMoments(arms, endpoints, competingEvents) : undefined;
  const add = (position: number, events: ArrayLike<number>, outcomes: ArmOutcomes, size: number): void => {
    for (let e = 0; e < endpoints; e++) {
      patientEvents[position][e] += events[e];
      if (moments) addCluster(moments.events[position][e], oneCluster(events[e], size));
    }
    outcomes.competing.forEach((count, k) => {
      competing[position][k] += count;
      if (moments) addCluster(moments.competing[position][k], oneCluster(count, size));
    });
  };
  return { patientEvents, competing, ...(moments && { moments }), add };
}
