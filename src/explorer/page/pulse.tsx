import type { Exploration } from './exploration.ts';
import { runState } from './run-state.ts';

/** Where the run is, in words. */
const STATES = {
  wrong: 'The answer is of the text before the problems listed beside it.',
  refused: 'The answer is of an earlier text.',
  working: 'Simulating in this browser …',
  done: 'Done.',
};

/** The simulated power so far with its error, always in sight. */
export function Pulse({ exploration }: { exploration: Exploration }) {
  const { stage, share } = exploration;
  const state = runState(exploration);
  return (
    <div class="pulse" data-state={state}>
      <p id="simulated">
        {stage && <strong>Simulated: {stage.simulated}. </strong>}
        {STATES[state]}
      </p>
      <progress max={1} value={share} aria-label="Share of the simulation that is done" />
    </div>
  );
}
