import { freedman } from './freedman.ts';
import { lachinFoulkes } from './lachin-foulkes.ts';
import { schoenfeld } from './schoenfeld.ts';

/** Every formula of the number of events that a log-rank comparison needs. */
export const eventFormulas = { schoenfeld, freedman, lachinFoulkes };

/** Name of a formula in the registry. */
export type EventFormulaName = keyof typeof eventFormulas;
