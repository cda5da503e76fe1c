import type { Trial } from '../scenario/trial.ts';
import type { PatientsResult } from './batch-result.ts';
import type { RunResult } from './result.ts';

/** The patients to look at, where the cohort has α/β. */
export function showPatients(
  trial: Trial,
  { alphaBetaGy, controlProbability }: PatientsResult,
): RunResult['patients'] {
  if (!alphaBetaGy || !controlProbability) return null;
  return {
    alphaBetaGy: Array.from(alphaBetaGy),
    controlProbability: Object.fromEntries(
      trial.arms.map(({ name }, a) => [name, Array.from(controlProbability[a])]),
    ),
  };
}
