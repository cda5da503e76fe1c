import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial, type Trial } from '../scenario/trial.ts';
import type { BatchResult } from './batch-result.ts';
import { foldWithBurden } from './burden/fold-with-burden.ts';
import { planBatches } from './plan.ts';
import type { RunResult } from './result.ts';
import { createResultFold } from './result-fold.ts';

/**
 * The result of a run from the results of its batches, which are taken one at a time.
 *
 * @param results in the order of {@link planBatches}
 * @param warnings what reading the scenario was worth saying
 * @param trial the scenario brought to life, where that was done before
 */
export async function mergeResults(
  scenario: Scenario,
  results: Iterable<BatchResult>,
  warnings: readonly string[],
  trial: Trial = createTrial(scenario),
): Promise<RunResult> {
  const batches = planBatches(scenario);
  const fold = foldWithBurden(trial, createResultFold(trial, warnings));
  let index = 0;
  for (const result of results) fold.add(batches[index++], result);
  return fold.result();
}
