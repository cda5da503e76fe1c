import { describe, expect, it } from 'vitest';
import { mergeResults } from '../../src/engine/merge-results.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { defaultWorkers } from '../../src/node/thread-pool.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { runInThreads } from '../fixtures/run-in-threads.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

/** Two-sided false-alarm rate of one comparison 6e-7; twelve comparisons stay under 1e-5. */
const ERRORS = 5;

describe('the null scenarios, patient by patient at length', () => {
  it.each(['null-non-inferiority', 'null-single-arm', 'null-co-primary'])(
    '%s: 400,000 replicates agree with enumeration',
    async (name) => {
      const { scenario } = readScenario(shippedText(name), name, [
        readChange('simulation.replicates=400000'),
      ]);
      const batches = planBatches(scenario);
      const results = await runInThreads(scenario, batches, { workers: defaultWorkers() });
      const { truths } = await mergeResults(scenario, results, []);
      for (const { operatingCharacteristics } of truths) {
        for (const { estimate, mcse, exact } of [
          operatingCharacteristics.power,
          operatingCharacteristics.typeIError,
        ]) {
          expect(Math.abs(estimate - exact!)).toBeLessThan(ERRORS * mcse);
        }
      }
    },
  );
});
