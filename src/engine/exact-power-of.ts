import { atMost1 } from '../numeric/at-most-1.ts';
import { inexactPower } from '../scenario/inexact-counts.ts';
import { armCells, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { exactComparisonPower } from '../trial/exact-comparison.ts';
import { exactDesign } from '../trial/exact-design.ts';
import { hasExactPower } from './run-exact.ts';

/**
 * Exact power of a trial under a truth, at a cost that a search over many sizes can bear; undefined where there is none.
 */
export function exactPowerOf(trial: Trial, known: KnownTruth): number | undefined {
  if (!known.rates.exact || inexactPower(trial, known.truth).length > 0) return undefined;
  const cells = armCells(trial, known);
  const walked = exactComparisonPower(trial.design, cells);
  if (walked !== undefined) return atMost1(walked);
  return hasExactPower(trial, known) ? exactDesign(trial.design, trial.matrices, cells)?.joint : undefined;
}
