import { createBatchRunner } from '../engine/run-batch.ts';
import type { Crew } from './crew.ts';
import { Superseded } from './superseded.ts';

/** A crew without workers, for browsers that have none: batches one after another, with a pause for the page after each. */
export function runHere(): Crew {
  let turn = 0;
  return {
    runBatches: async (scenario, batches, onResult) => {
      const mine = ++turn;
      const runBatch = createBatchRunner(scenario);
      for (const batch of batches) {
        await new Promise((resolve) => setTimeout(resolve));
        if (mine !== turn) throw new Superseded();
        onResult(batch, runBatch(batch));
      }
    },
    drop: () => {
      turn++;
    },
  };
}
