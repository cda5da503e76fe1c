import { statedRates } from '../stated-rates.ts';
import { logLogistic } from './log-logistic.ts';
import { logistic } from './logistic.ts';
import { residualDisease } from './residual-disease.ts';

/** Every model of local control that a scenario can name. */
export const tumourControlModels = { residualDisease, logistic, logLogistic, statedRates };
