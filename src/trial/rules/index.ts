import { boundary } from './boundary.ts';
import { predictiveProbability } from './predictive-probability.ts';
import { toxicityStop } from './toxicity-stop.ts';

/** Every interim rule that a design can follow. */
export const rules = { boundary, toxicityStop, predictiveProbability };
