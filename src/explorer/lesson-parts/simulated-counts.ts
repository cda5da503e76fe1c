import { createColumns, createReplicateSimulator } from '../../engine/simulate-replicates.ts';
import { endpointIndex, type KnownTruth, type Trial } from '../../scenario/trial.ts';

/** Patients controlled in the experimental arm of so many trials under the truth as planned. */
export function countsOfReplicates(trial: Trial, replicates: number): number[] {
  const simulate = createCounter(trial, trial.truth(0));
  return Array.from({ length: replicates }, (_, replicate) => simulate(0, replicate));
}

/** The same of one trial in each of so many worlds. */
export const countsOfWorlds = (trial: Trial, worlds: number): number[] =>
  Array.from({ length: worlds }, (_, w) =>
    createCounter(trial, trial.truthInWorld(trial.drawWorld(w + 1)))(w + 1, 0),
  );

/** A function that simulates a trial, addressed by world and replicate, and counts. */
function createCounter(trial: Trial, known: KnownTruth): (world: number, replicate: number) => number {
  const endpoints = known.truth.endpoints.length;
  const columns = createColumns(trial, endpoints, 1);
  const simulator = createReplicateSimulator(trial, known, []);
  const at = (trial.arms.length - 1) * endpoints + endpointIndex(known.truth, trial.design.claims[0]);
  return (world, replicate) => {
    simulator.simulate(world, replicate, columns, 0);
    return columns.events[at];
  };
}
