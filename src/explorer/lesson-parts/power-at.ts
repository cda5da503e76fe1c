import { exactPowerOf } from '../../engine/exact-power-of.ts';
import type { Trial } from '../../scenario/trial.ts';

/**
 * Exact power of a trial with a value at a path of the truth.
 *
 * @throws RangeError if the design has no exact power
 */
export function powerAt(trial: Trial, path: string, value: number): number {
  const power = exactPowerOf(trial, trial.truthInWorld([[path, value]]));
  if (power === undefined) throw new RangeError('invalid trial (must have exact power)');
  return power;
}
