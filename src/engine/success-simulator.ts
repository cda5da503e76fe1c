import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { createColumns, createReplicateSimulator, succeeds } from './simulate-replicates.ts';

/** A function that simulates one replicate under a known truth, without its nulls, and says whether the trial succeeds. */
export function createSuccessSimulator(
  trial: Trial,
  known: KnownTruth,
): (world: number, replicate: number) => boolean {
  const columns = createColumns(trial, known.truth.endpoints.length, 1);
  const simulator = createReplicateSimulator(trial, known, []);
  return (world, replicate) => {
    simulator.simulate(world, replicate, columns, 0);
    return succeeds(columns, 0, trial.design);
  };
}
