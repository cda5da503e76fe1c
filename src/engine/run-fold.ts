import type { Trial } from '../scenario/trial.ts';
import { createAimFold } from './aim-fold.ts';
import type { AimResult } from './aim-result.ts';
import type { RunFold } from './batch-fold.ts';
import { foldWithBurden } from './burden/fold-with-burden.ts';
import type { RunResult } from './result.ts';
import { createResultFold } from './result-fold.ts';

/** Folds the batches of a run, of claims or of an aim, into its result. */
export function createRunFold(trial: Trial, warnings: readonly string[]): RunFold<RunResult | AimResult> {
  return trial.design.aim
    ? foldWithBurden(trial, createAimFold(trial, warnings))
    : foldWithBurden(trial, createResultFold(trial, warnings));
}
