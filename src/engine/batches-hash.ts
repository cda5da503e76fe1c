import type { Scenario } from '../scenario/scenario-schema.ts';
import { scenarioHash } from '../scenario/write-scenario.ts';

/** A scenario with other numbers of replicates and worlds. */
export const withNumbers = (scenario: Scenario, replicates: number, worlds: number): Scenario => ({
  ...scenario,
  simulation: { ...scenario.simulation, replicates, worlds },
});

/** SHA-256 of all that the batches of a scenario depend on: of everything but the numbers of replicates and worlds. */
export const batchesHash = (scenario: Scenario): Promise<string> => scenarioHash(withNumbers(scenario, 1, 0));
