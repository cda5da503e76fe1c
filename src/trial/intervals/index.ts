import { agrestiCoull } from './agresti-coull.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { jeffreys } from './jeffreys.ts';
import { wilson } from './wilson.ts';

/** Every interval of one proportion. */
export const intervals = { wilson, clopperPearson, jeffreys, agrestiCoull };
