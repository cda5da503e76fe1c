import { pathLaw } from '../../numeric/path-law.ts';
import type { SequentialBounds } from './crossing-probabilities.ts';

/**
 * Mean of the estimate at the stop, Z/√information as if there had been no other looks, less the drift it is of.
 *
 * @param drift mean of the score at information 1
 * @throws RangeError if the information does not rise
 * @see Whitehead 1986, Biometrika 73:573
 */
export function naiveBias({ information, upper, lower }: SequentialBounds, drift: number): number {
  let law = pathLaw(drift, information[0]);
  let mean = 0;
  information.forEach((at, k) => {
    if (k > 0) law = law.continuing(lower[k - 1], upper[k - 1], at);
    const isLast = k === information.length - 1;
    // E[Z_T/√I_T]: at the last look every trial that is left ends
    const ends = isLast ? law.meanAbove(-Infinity) : law.meanAbove(upper[k]) + law.meanBelow(lower[k]);
    mean += ends / Math.sqrt(at);
  });
  return mean - drift;
}
