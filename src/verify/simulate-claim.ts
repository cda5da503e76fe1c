import { sumFlags } from '../engine/analysed-counts.ts';
import { createBatchRunner } from '../engine/run-batch.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';

/** Shares of simulated trials that show their one claim. */
export interface SimulatedClaim {
  readonly power: number;
  /** With the claim's endpoint at its margin; of superiority, with equal arms. */
  readonly typeIError: number;
}

/** Simulates the first replicates of a scenario of one claim, patient by patient, under its truth as planned. */
export function simulateClaim(scenario: Scenario, replicates: number): SimulatedClaim {
  const simulated = createBatchRunner(scenario)({ kind: 'replicates', truth: 0, from: 0, to: replicates });
  if (simulated.kind !== 'replicates') throw new Error(`${scenario.title} gave no replicates`);
  const { passes, passesAtMargin } = simulated.columns;
  return {
    power: sumFlags(passes, replicates) / replicates,
    typeIError: sumFlags(passesAtMargin, replicates) / replicates,
  };
}
