import type { Exploration } from './exploration.ts';

/** Where a run is: its text is wrong, or not run here, or being run, or done with. */
export function runState({
  problems,
  refusal,
  share,
}: Exploration): 'wrong' | 'refused' | 'working' | 'done' {
  if (problems.length > 0) return 'wrong';
  if (refusal !== undefined) return 'refused';
  return share < 1 ? 'working' : 'done';
}
