import { batch } from './batch.ts';

/** Every kind of work that a study hands to threads. */
export const tasks = { batch };
