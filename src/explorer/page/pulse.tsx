import type { Exploration } from './exploration.ts';
import { pulseWords } from './pulse-words.ts';
import { runState } from './run-state.ts';

/** What is simulated so far with its error, and where the run is, always in sight. */
export function Pulse({ exploration }: { exploration: Exploration }) {
  const { stage, share } = exploration;
  return (
    <div class="pulse" data-state={runState(exploration)}>
      <p id="simulated">
        {stage && <strong>{stage.simulated}. </strong>}
        {pulseWords(exploration)}
      </p>
      <progress max={1} value={share} aria-label="Share of the simulation that is done" />
    </div>
  );
}
