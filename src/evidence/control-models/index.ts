import { logLogistic } from './log-logistic.ts';
import { residualDisease } from './residual-disease.ts';

/** Models of local control that published studies are fitted with. */
export const controlFitModels = { residualDisease, logLogistic };
