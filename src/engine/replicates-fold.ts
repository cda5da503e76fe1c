import type { ExactResult, ReplicatesResult } from './batch-result.ts';

/** Takes the batches of one truth's replicates in the order of the plan, one at a time, and keeps what they come to. */
export interface ReplicatesFold<Result> {
  add(part: ReplicatesResult): void;
  /** What all batches come to, with the exact values of the truth beside where they exist. */
  result(exact: ExactResult): Result;
}
