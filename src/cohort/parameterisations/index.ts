import { alphaAlphaBeta } from './alpha-alpha-beta.ts';
import { alphaBeta } from './alpha-beta.ts';
import { rsiBeta } from './rsi-beta.ts';
import { sf2AlphaBeta } from './sf2-alpha-beta.ts';

/** Every way a cohort can state radiosensitivity. */
export const parameterisations = { sf2AlphaBeta, alphaAlphaBeta, alphaBeta, rsiBeta };
