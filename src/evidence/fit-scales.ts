import { expit, logit } from '../numeric/logit.ts';
import type { FitParameter } from './control-models/definition.ts';

type Scale = Pick<FitParameter, 'toScale' | 'fromScale' | 'lnVolume'>;

/** A probability whose prior is stated on the value, searched by its log odds. */
export const probabilityScale: Scale = {
  toScale: logit,
  fromScale: expit,
  // ln |dp/dx| = ln p(1 − p)
  lnVolume: (x) => Math.log(expit(x)) + Math.log(expit(-x)),
};

/** A positive value whose prior is stated on its logarithm. */
export const logarithmicScale: Scale = { toScale: Math.log, fromScale: Math.exp, lnVolume: () => 0 };
