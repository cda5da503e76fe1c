import { resizedTrial } from '../../engine/resized-trial.ts';
import type { Trial } from '../../scenario/trial.ts';
import { createScenarioMemory } from '../scenario-memory.ts';
import { trialOf } from '../trial-of.ts';
import { atSize, sizeScale } from './size-scale.ts';

/** A live trial, and the same in other sizes: each is made once, with what it remembers of its tests. */
export interface SizedTrials {
  readonly trial: Trial;
  inSize(size: number): Trial;
}

/** The trials of the last few scenarios that a thread met. */
export const sizedTrialsOf = createScenarioMemory((scenario): SizedTrials => {
  const trial = trialOf(scenario);
  const scale = sizeScale(scenario);
  const bySize = new Map<number, Trial>();
  const inSize = (size: number): Trial => {
    const sized = bySize.get(size) ?? resizedTrial(trial, atSize(scenario, scale, size));
    bySize.set(size, sized);
    return sized;
  };
  return { trial, inSize };
});
