import { estimateInRow } from '../engine/estimate-row.ts';
import { createBatchRunner } from '../engine/run-batch.ts';
import { normalReach } from '../numeric/normal-reach.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial } from '../scenario/trial.ts';
import { contains } from '../trial/alpha-beta/ratio-sets.ts';

/** Shares of the estimates of simulated trials whose sets hold the true α/β. */
export interface SimulatedCoverage {
  readonly delta: number;
  readonly fieller: number;
}

/** Simulates the first replicates of a scenario that estimates α/β, patient by patient, under its truth as planned. */
export function simulateCoverage(scenario: Scenario, trueGy: number, replicates: number): SimulatedCoverage {
  const simulated = createBatchRunner(scenario)({ kind: 'replicates', truth: 0, from: 0, to: replicates });
  if (simulated.kind !== 'replicates' || !simulated.estimation)
    throw new Error(`${scenario.title} estimated nothing`);
  const z = normalReach(createTrial(scenario).design.aim!.level);
  let [estimates, delta, fieller] = [0, 0, 0];
  for (let row = 0; row < replicates; row++) {
    const found = estimateInRow(simulated.estimation, row, z);
    if (!found) continue;
    estimates++;
    if (contains(found.sets.delta, trueGy)) delta++;
    if (contains(found.sets.fieller, trueGy)) fieller++;
  }
  return { delta: delta / estimates, fieller: fieller / estimates };
}
