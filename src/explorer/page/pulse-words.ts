import type { Exploration } from './exploration.ts';
import { runState } from './run-state.ts';

/** Where the run is, in words; what stands below is spoken of only where there is something. */
export function pulseWords(exploration: Exploration): string {
  const below = exploration.stage ? ' What stands below is of the text before.' : '';
  switch (runState(exploration)) {
    case 'wrong':
      return `The scenario as it stands has a problem, listed with it.${below}`;
    case 'refused':
      return `The scenario as it stands is not run: the reason is with the answer.${below}`;
    case 'working':
      return 'Simulating in this browser …';
    case 'done':
      return 'Done.';
  }
}
