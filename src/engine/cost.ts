import type { Scenario } from '../scenario/scenario-schema.ts';
import { countBatches, patientsPerReplicate } from './plan.ts';
import { createBatchRunner } from './run-batch.ts';

/** What a run will take. */
export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
}

/** Runs smaller than both are not measured first: they take seconds. */
const SMALL_PATIENTS = 20_000_000;
const SMALL_WORLDS = 3000;

/** Time of one thread and memory that a run will take, from timing a few replicates and worlds of it; undefined where it is small. */
export function estimateCost(scenario: Scenario, workers: number): Cost | undefined {
  const { replicates, worlds, replicatesPerWorld } = scenario.simulation;
  const truths = 1 + Object.keys(scenario.truths).length;
  const patients = patientsPerReplicate(scenario);
  const simulated = truths * replicates + worlds! * replicatesPerWorld;
  if (simulated * patients <= SMALL_PATIENTS && worlds! <= SMALL_WORLDS) return undefined;
  const runBatch = createBatchRunner(scenario);
  const trialReplicates = Math.max(1, Math.min(replicates, Math.floor(20_000 / patients)));
  runBatch({ kind: 'replicates', truth: 0, from: 0, to: 1 });
  const perReplicate =
    secondsOf(() => runBatch({ kind: 'replicates', truth: 0, from: 0, to: trialReplicates })) /
    trialReplicates;
  const perWorld = worlds! > 0 ? secondsOf(() => runBatch({ kind: 'worlds', from: 1, to: 3 })) / 2 : 0;
  const bytesPerRow = 100;
  const bytesPerWorld = 8 * (8 + Object.keys(scenario.uncertainty).length);
  return {
    seconds: (truths * replicates * perReplicate + worlds! * perWorld) / workers,
    bytes: simulated * bytesPerRow + worlds! * bytesPerWorld + countBatches(scenario) * 500,
  };
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
