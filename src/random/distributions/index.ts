import { bernoulli } from './bernoulli.ts';
import { beta } from './beta.ts';
import { binomial } from './binomial.ts';
import { categorical } from './categorical.ts';
import { empirical } from './empirical.ts';
import { exponential } from './exponential.ts';
import { gamma } from './gamma.ts';
import { logLogNormal } from './log-log-normal.ts';
import { logNormal } from './log-normal.ts';
import { logUniform } from './log-uniform.ts';
import { logitNormal } from './logit-normal.ts';
import { mixture } from './mixture.ts';
import { normal } from './normal.ts';
import { studentT } from './student-t.ts';
import { triangular } from './triangular.ts';
import { uniform } from './uniform.ts';
import { weibull } from './weibull.ts';

/** Every law that stands by itself. */
const simple = {
  normal,
  studentT,
  logNormal,
  logLogNormal,
  logitNormal,
  uniform,
  logUniform,
  triangular,
  beta,
  gamma,
  weibull,
  exponential,
  bernoulli,
  binomial,
  categorical,
  empirical,
};

/** Every law a scenario can name. */
export const distributions = { ...simple, mixture: mixture(simple) };
