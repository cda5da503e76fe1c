import type { AimResult } from '../engine/aim-result.ts';
import { aims } from '../trial/aims/index.ts';
import type { Method } from './method.ts';
import { simulationMethod } from './methods.ts';

const SETS: readonly Method[] = [
  {
    name: 'Delta interval',
    text: 'The estimate plus and minus so many standard errors by the delta method: SE² = (V11 − 2rV12 + r²V22)/g2², r = g1/g2. It has two ends however little the data say.',
  },
  {
    name: 'Fieller set',
    text: 'Every ratio r for which g1 − r·g2 is no further from 0 than chance allows; without bound where g2 may be 0.',
    reference: 'Fieller 1954, J R Stat Soc B 16:175',
  },
  {
    name: 'Profile-likelihood set',
    text: 'Every ratio r for which the greatest likelihood on g1 = r·g2 is within half the chi-squared quantile of the greatest of all. The likelihood is concave, so that these are one arc of directions of (g1, g2); its ends are found to the last digits.',
    reference: 'Cox & Hinkley 1974, Theoretical Statistics, ch. 9',
  },
];
const EXPECTED: Method = {
  name: 'Expected values',
  text: 'Information from the expected failures, I = Σ e(X − X̄)(X − X̄)ᵀ with X = (Σd, Σd²); the coefficients as normal about the limit. An approximation: the law of a ratio is skewed, and counts are few.',
  reference: 'Schoenfeld 1983, Biometrics 39:499',
};

/** What a run with an aim used: the estimate, its sets, what is expected. */
export function aimMethods(result: AimResult): Method[] {
  const { summary, reference } = aims[result.aim.name];
  return [
    {
      name: 'Estimate of α/β',
      text: `${summary} With three arms the fit meets every arm, in closed form; with more it is by maximum likelihood.`,
      reference,
    },
    ...SETS,
    EXPECTED,
    simulationMethod(result),
  ];
}
