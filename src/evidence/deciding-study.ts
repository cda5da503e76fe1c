import type { ControlSet } from './calibration-result.ts';
import { CHI_SQUARED_95, type LeftOut } from './profile-alpha-beta.ts';

/** The choice with the most irradiated studies: the one to leave studies out of. */
export function largestSet(sets: readonly ControlSet[]): ControlSet {
  return sets.reduce((a, b) => (b.ids.length > a.ids.length ? b : a));
}

/** The study without which the best value of all is least tenable, if it is refused then. */
export function decidingStudy({ leaveOneOut }: ControlSet): LeftOut | undefined {
  const most = leaveOneOut.reduce((a, b) => (b.excessAtFormerBest > a.excessAtFormerBest ? b : a));
  return most.excessAtFormerBest > CHI_SQUARED_95 ? most : undefined;
}
