import type { StudyResidual } from '../evidence/calibration-result.ts';
import { clopperPearson } from '../numeric/clopper-pearson.ts';

/** Whether a fit lies outside the exact 95 % interval of a study: its count would be among the farthest 2.5 % on a side. */
export function isMissed({ count, size, predicted }: StudyResidual): boolean {
  const [low, high] = clopperPearson(count, size);
  return predicted < low || predicted > high;
}
