import type { SensitivityResult } from '../../study/sensitivity/sensitivity-result.ts';
import { RESAMPLES } from '../../study/sensitivity/variance-shares.ts';
import type { Markup } from '../markup.ts';
import type { Method } from '../method.ts';
import { grouped } from '../numbers.ts';
import { methodsList } from './methods.ts';

const POINTS: Method = {
  name: 'Points',
  text: 'Sobol points, their digits scrambled at random (nested uniform scrambling), through each law’s quantile function.',
  reference:
    'Joe & Kuo 2008, SIAM J Sci Comput 30:2635; Owen 1995, in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing',
};
const SHARES: Method = {
  name: 'Shares of the variance',
  text: 'By itself: Var E[power | input]/Var power. With its interactions: E Var[power | all other inputs]/Var power. From two samples A and B and mixtures of A with one input after the other from B; of two forms of each estimator, that mixture which varies least over the rows.',
  reference: 'Saltelli et al. 2010, Comput Phys Commun 181:259; Jansen 1999, Comput Phys Commun 117:35',
};
const INTERVALS: Method = {
  name: 'Intervals',
  text: `Percentiles over ${grouped(RESAMPLES)} resamples of the rows. Rows of Sobol points cover the inputs more evenly than chance, so that the intervals are rather too wide.`,
  reference: 'Archer, Saltelli & Sobol 1997, J Stat Comput Simul 58:99',
};
const NOISE: Method = {
  name: 'Simulated power',
  text: 'Where power has no exact value it is a share of simulated trials. Rows that differ by one input share their random numbers, and the binomial variance that is left is estimated and taken off: it counts to no input.',
};
const WORTH: Method = {
  name: 'Worth of knowing',
  text: 'Expected value of (partial) perfect information for running the design against not running it: E max(E[u | input], 0) − max(E u, 0), u = P(success)·(claim true ? 1 : −loss) − cost. Worlds are sorted by the input into bins of about √n; of deciding by a bin’s own mean (too high) and by that of the other sample (too low), two parts of the first and one of the second. Standard errors by resampling rows.',
  reference: 'Strong & Oakley 2013, Med Decis Making 33:755',
};
const BLOCKS: Method = {
  name: 'Joint draws',
  text: 'A block of joint draws is one input: which draw it is. For the worth of knowing it the worlds are sorted by the utility that a quadratic in its columns predicts, so that it is rather too low.',
};

/** How the study was made. */
export function sensitivityMethodsSection({ isExact, inputs }: SensitivityResult): Markup {
  return methodsList([
    POINTS,
    SHARES,
    INTERVALS,
    ...(isExact ? [] : [NOISE]),
    WORTH,
    ...(inputs.some(({ draws }) => draws !== undefined) ? [BLOCKS] : []),
  ]);
}
