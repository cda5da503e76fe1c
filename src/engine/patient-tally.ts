import { addCluster, oneCluster } from '../numeric/clustered-proportion.ts';
import type { ArmOutcomes } from '../outcomes/arm-simulator.ts';
import { sumFlags } from './analysed-counts.ts';
import { emptyMoments, type PatientMoments } from './patient-moments.ts';

/** Counts over all patients of all replicates so far, evaluable or not. */
export interface PatientTally {
  /** Events by arm and endpoint. */
  readonly patientEvents: readonly (readonly number[])[];
  /** Counts of competing events by arm; empty where nothing competes. */
  readonly competing: readonly (readonly number[])[];
  /** There where the counts of a replicate are not binomial. */
  readonly moments?: PatientMoments;
  /** Adds the first `size` patients of an arm. */
  add(position: number, outcomes: ArmOutcomes, size: number): void;
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
  const add = (position: number, outcomes: ArmOutcomes, size: number): void => {
    outcomes.events.forEach((flags, e) => {
      const events = sumFlags(flags, size);
      patientEvents[position][e] += events;
      if (moments) addCluster(moments.events[position][e], oneCluster(events, size));
    });
    outcomes.competing.forEach((events, k) => {
      competing[position][k] += events;
      if (moments) addCluster(moments.competing[position][k], oneCluster(events, size));
    });
  };
  return { patientEvents, competing, ...(moments && { moments }), add };
}
