import { statedRates } from '../stated-rates.ts';
import { binomial } from './binomial.ts';
import { logLogistic } from './log-logistic.ts';
import { logistic } from './logistic.ts';
import { poisson } from './poisson.ts';
import { poissonDose } from './poisson-dose.ts';
import { residualDisease } from './residual-disease.ts';
import { withersLinear } from './withers-linear.ts';
import { zaiderMinerbo } from './zaider-minerbo.ts';

/** Every model of local control that a scenario can name. */
export const tumourControlModels = {
  residualDisease,
  logistic,
  logLogistic,
  withersLinear,
  poissonDose,
  poisson,
  binomial,
  zaiderMinerbo,
  statedRates,
};
