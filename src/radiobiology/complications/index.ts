import { statedRates } from '../stated-rates.ts';
import { lkb } from './lkb.ts';
import { logLogistic } from './log-logistic.ts';
import { logistic } from './logistic.ts';
import { niemierko } from './niemierko.ts';
import { relativeSeriality } from './relative-seriality.ts';

/** Every model of wound complications that a scenario can name. */
export const complicationModels = { logistic, logLogistic, lkb, niemierko, relativeSeriality, statedRates };
