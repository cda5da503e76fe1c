import { addCluster, type ClusterSums, emptyClusters } from '../numeric/clustered-proportion.ts';

/** Events of all patients by replicate, as sums from which their rates get a standard error with replicates as clusters. */
export interface PatientMoments {
  /** By arm and endpoint. */
  readonly events: readonly (readonly ClusterSums[])[];
  /** By arm, in the order of `competingCounts`. */
  readonly competing: readonly (readonly ClusterSums[])[];
}

/** Sums of no replicate. */
export function emptyMoments(arms: number, endpoints: number, competing: number): PatientMoments {
  const block = (counts: number): ClusterSums[][] =>
    Array.from({ length: arms }, () => Array.from({ length: counts }, emptyClusters));
  return { events: block(endpoints), competing: block(competing) };
}

/** Adds the moments of one part to those of all, in place. */
export function addMoments(sum: PatientMoments, part: PatientMoments): void {
  for (const key of ['events', 'competing'] as const)
    part[key].forEach((arm, a) => {
      arm.forEach((cluster, k) => {
        addCluster(sum[key][a][k], cluster);
      });
    });
}
