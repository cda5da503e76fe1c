import type { Trial } from '../scenario/trial.ts';
import { createAimFold } from './aim-fold.ts';
import type { AnyResult } from './any-result.ts';
import type { RunFold } from './batch-fold.ts';
import { foldWithBurden } from './burden/fold-with-burden.ts';
import { createEscalationFold } from './escalation-fold.ts';
import { createResultFold } from './result-fold.ts';

/** Folds the batches of a run, whatever it answers, into its result. */
export function createRunFold(trial: Trial, warnings: readonly string[]): RunFold<AnyResult> {
  const { design } = trial;
  if (design.escalation) return foldWithBurden(trial, createEscalationFold(trial, warnings));
  return design.aim
    ? foldWithBurden(trial, createAimFold(trial, warnings))
    : foldWithBurden(trial, createResultFold(trial, warnings));
}
