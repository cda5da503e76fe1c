import type { Trial } from '../scenario/trial.ts';
import { createAimFold } from './aim-fold.ts';
import type { AnyResult } from './any-result.ts';
import type { RunFold } from './batch-fold.ts';
import { createEscalationFold } from './escalation-fold.ts';
import { createResultFold } from './result-fold.ts';

/** Folds the batches of a run, whatever it answers, into its result. */
export function createRunFold(trial: Trial, warnings: readonly string[]): RunFold<AnyResult> {
  if (trial.design.escalation) return createEscalationFold(trial, warnings);
  return trial.design.aim ? createAimFold(trial, warnings) : createResultFold(trial, warnings);
}
