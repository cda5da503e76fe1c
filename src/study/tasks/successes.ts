import { createColumns, createReplicateSimulator, succeeds } from '../../engine/simulate-replicates.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createTrial } from '../../scenario/trial.ts';
import { createScenarioMemory } from '../scenario-memory.ts';
import { defineTask } from './definition.ts';

const trialOf = createScenarioMemory(createTrial);

export const successes = defineTask({
  summary: 'trials that succeed, of some replicates of world 0, without their nulls',
  run: ({
    scenario,
    truth,
    from,
    to,
  }: {
    scenario: Scenario;
    truth: number;
    from: number;
    to: number;
  }): number => {
    const trial = trialOf(scenario);
    const known = trial.truth(truth);
    const columns = createColumns(trial, known.truth.endpoints.length, 1);
    const simulator = createReplicateSimulator(trial, known, []);
    let count = 0;
    for (let replicate = from; replicate < to; replicate++) {
      simulator.simulate(0, replicate, columns, 0);
      if (succeeds(columns, 0, trial.design)) count++;
    }
    return count;
  },
});
