import type { Trial } from '../scenario/trial.ts';
import { aimAssumptions } from './aim-assumptions.ts';
import type { AimResult } from './aim-result.ts';
import { listAssumptions } from './assumptions.ts';
import { createBatchFold, type RunFold } from './batch-fold.ts';
import { createEstimationFold } from './estimation-fold.ts';
import { resultHead } from './result-head.ts';
import { resultWarnings } from './result-warnings.ts';

/**
 * Folds the batches of a trial with an aim into its result.
 *
 * @param warnings what reading the scenario was worth saying
 */
export function createAimFold(trial: Trial, warnings: readonly string[]): RunFold<AimResult> {
  const { endpoint, time, event, level, primary, sentence } = trial.design.aim!;
  const ofTruths = trial.truthNames.map((_, index) => createEstimationFold(trial, index));
  const { add, rows, exact, patients } = createBatchFold(trial, ofTruths);
  return {
    add,
    rows,
    result: async () => ({
      ...(await resultHead(trial)),
      aim: { name: 'alphaBeta', endpoint: endpoint.name, time, event, level, primary, sentence },
      truths: ofTruths.map((fold, index) => fold.result(exact[index])),
      patients: patients(),
      assumptions: [...listAssumptions(trial.scenario), ...aimAssumptions(trial)],
      warnings: [...warnings, ...resultWarnings(trial, exact)],
    }),
  };
}
