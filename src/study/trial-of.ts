import { createTrial } from '../scenario/trial.ts';
import { createScenarioMemory } from './scenario-memory.ts';

/** The live trial of a scenario; a thread keeps those of the last few that it met. */
export const trialOf = createScenarioMemory(createTrial);
