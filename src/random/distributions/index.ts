import { bernoulli } from './bernoulli.ts';
import { beta } from './beta.ts';
import { categorical } from './categorical.ts';
import { gamma } from './gamma.ts';
import { logLogNormal } from './log-log-normal.ts';
import { logNormal } from './log-normal.ts';
import { normal } from './normal.ts';
import { uniform } from './uniform.ts';

/** Every law a scenario can name. */
export const distributions = {
  normal,
  logNormal,
  logLogNormal,
  uniform,
  beta,
  gamma,
  bernoulli,
  categorical,
};
