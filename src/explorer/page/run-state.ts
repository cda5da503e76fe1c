import type { Exploration } from './exploration.ts';

/** Where a run is: its text is wrong, or not run here, or being run, or done with. */
export type RunState = 'wrong' | 'refused' | 'working' | 'done';

/** Where the run of the text is that was read last. */
export function runState({ problems, refusal, stage, isStale }: Exploration): RunState {
  if (problems.length > 0) return 'wrong';
  if (refusal !== undefined) return 'refused';
  return stage?.isLast && !isStale ? 'done' : 'working';
}
