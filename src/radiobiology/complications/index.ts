import { statedRates } from '../stated-rates.ts';
import { logistic } from './logistic.ts';

/** Every model of wound complications that a scenario can name. */
export const complicationModels = { logistic, statedRates };
