import { mee } from './mee.ts';
import { miettinenNurminen } from './miettinen-nurminen.ts';
import { newcombe } from './newcombe.ts';
import { wald } from './wald.ts';

/** Every interval of a difference of two proportions. */
export const differenceIntervals = { newcombe, miettinenNurminen, mee, wald };
