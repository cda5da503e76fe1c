import type { Scenario } from '../scenario/scenario-schema.ts';
import { createTrial } from '../scenario/trial.ts';
import { aimAssumptions } from './aim-assumptions.ts';
import type { AimResult } from './aim-result.ts';
import { listAssumptions } from './assumptions.ts';
import type { BatchResult } from './batch-result.ts';
import { showPatients, sortResults } from './merge.ts';
import { mergeEstimation } from './merge-estimation.ts';
import { planBatches } from './plan.ts';
import { resultHead } from './result-head.ts';
import { resultWarnings } from './result-warnings.ts';

/**
 * The result of a run of a scenario with an aim, from the results of its batches in the order of {@link planBatches}.
 *
 * @param warnings what reading the scenario was worth saying
 */
export async function mergeAim(
  scenario: Scenario,
  results: readonly BatchResult[],
  warnings: readonly string[],
): Promise<AimResult> {
  const trial = createTrial(scenario);
  const { endpoint, time, event, level, primary, sentence } = trial.design.aim!;
  const sorted = sortResults(planBatches(scenario), results, trial.truthNames.length);
  return {
    ...(await resultHead(trial)),
    aim: { name: 'alphaBeta', endpoint: endpoint.name, time, event, level, primary, sentence },
    truths: trial.truthNames.map((_, index) =>
      mergeEstimation(trial, index, sorted.exact[index], sorted.replicates[index]),
    ),
    patients: showPatients(trial, sorted.patients),
    assumptions: [...listAssumptions(scenario), ...aimAssumptions(trial)],
    warnings: [...warnings, ...resultWarnings(trial, sorted.exact)],
  };
}
