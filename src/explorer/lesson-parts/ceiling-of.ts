import { slacks, type Trial } from '../../scenario/trial.ts';
import { uncertainLaws } from '../../scenario/truth-specs.ts';
import { claimBorder } from './claim-border.ts';

/** Far ends of α/β in Gy between which its law lies, to all that can be shown. */
const [LOWEST_GY, HIGHEST_GY] = [0.05, 200];

/** The ceiling of a trial in which α/β alone is uncertain and the first claim turns once, at most, as α/β rises. */
export function ceilingOf(trial: Trial): number {
  const [{ path, law }] = uncertainLaws(trial.scenario);
  const isTrueAt = (value: number): boolean => slacks(trial, trial.truthInWorld([[path, value]]))[0] > 0;
  const border = claimBorder(trial, path, LOWEST_GY, HIGHEST_GY);
  const isTrueBelow = isTrueAt(LOWEST_GY);
  if (border === undefined) return isTrueBelow ? 1 : 0;
  return isTrueBelow ? law.cdf(border) : law.survival(border);
}
