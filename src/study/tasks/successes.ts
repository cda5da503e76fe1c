import { createSuccessSimulator } from '../../engine/success-simulator.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { trialOf } from '../trial-of.ts';
import { defineTask } from './definition.ts';

export const successes = defineTask({
  summary: 'trials that succeed, of some replicates of world 0, without their nulls',
  run: (
    { scenario, truth, from, to }: { scenario: Scenario; truth: number; from: number; to: number },
    onPiece,
  ): number => {
    const trial = trialOf(scenario);
    const succeeds = createSuccessSimulator(trial, trial.truth(truth));
    let count = 0;
    for (let replicate = from; replicate < to; replicate++) {
      onPiece(0, replicate);
      if (succeeds(0, replicate)) count++;
    }
    return count;
  },
});
