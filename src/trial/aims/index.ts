import { alphaBeta } from './alpha-beta.ts';

/** Everything that a design can set out to estimate. */
export const aims = { alphaBeta };
