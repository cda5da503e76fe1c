import { findRoot } from '../../numeric/find-root.ts';
import { slacks, type Trial } from '../../scenario/trial.ts';

/**
 * The value at a path of the truth at which the first claim turns false; undefined where it does not turn in between.
 *
 * @param low where the claim is true, or false, and `high` the other way round
 */
export function claimBorder(trial: Trial, path: string, low: number, high: number): number | undefined {
  const slack = (value: number): number => slacks(trial, trial.truthInWorld([[path, value]]))[0];
  if (slack(low) > 0 === slack(high) > 0) return undefined;
  return findRoot(slack, low, high);
}
