import type { BatchResult, ReplicatesResult, WorldsResult } from './batch-result.ts';
import type { Batch } from './plan.ts';

/** What was simulated, in the order of the plan. */
export interface SortedResults {
  /** By truth. */
  readonly replicates: readonly (readonly ReplicatesResult[])[];
  readonly worlds: readonly WorldsResult[];
}

/** Sorts the results of a finished plan by what they are. */
export function sortResults(
  batches: readonly Batch[],
  results: readonly BatchResult[],
  truths: number,
): SortedResults {
  const replicates = Array.from({ length: truths }, (_, truth) =>
    results.filter((result, i): result is ReplicatesResult => {
      const batch = batches[i];
      return result.kind === 'replicates' && batch.kind === 'replicates' && batch.truth === truth;
    }),
  );
  return { replicates, worlds: results.filter((result) => result.kind === 'worlds') };
}
