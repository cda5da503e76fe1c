import { hypergeometricProbabilities } from '../numeric/hypergeometric-probabilities.ts';
import type { TwoArmCounts } from './tests/definition.ts';

/** Tables count as no likelier than the one seen up to this, relatively, as in R's fisher.test. */
const AS_LIKELY = 1e-7;

/**
 * p-values of Fisher's exact test for experimental counts `first`, `first` + 1, …, of both arms' successes together; the
 * counts left out are less likely than 1e-18 of the likeliest.
 *
 * @param sides 1: P(at least as many experimental successes); 2: P(tables that are no likelier than this one)
 * @see Fisher 1935, J R Stat Soc 98:39
 */
export function fisherPValues(
  experimentalSize: number,
  successes: number,
  patients: number,
  sides: 1 | 2,
): { first: number; pValues: Float64Array } {
  const { first, probabilities } = hypergeometricProbabilities(experimentalSize, successes, patients);
  const pValues = new Float64Array(probabilities.length);
  if (sides === 1) {
    for (let i = probabilities.length - 1, tail = 0; i >= 0; i--) pValues[i] = tail += probabilities[i];
    return { first, pValues };
  }
  const ascending = probabilities.slice().sort();
  const upTo = new Float64Array(ascending.length + 1);
  for (let k = 0; k < ascending.length; k++) upTo[k + 1] = upTo[k] + ascending[k];
  for (let i = 0; i < probabilities.length; i++)
    pValues[i] = upTo[countUpTo(ascending, probabilities[i] * (1 + AS_LIKELY))];
  return { first, pValues };
}

/** How many of ascending values are at most `most`. */
function countUpTo(ascending: Float64Array, most: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** p-value of one table. */
export function fisherPValue(counts: TwoArmCounts, sides: 1 | 2): number {
  const { controlSuccesses, controlSize, experimentalSuccesses, experimentalSize } = counts;
  const { first, pValues } = fisherPValues(
    experimentalSize,
    controlSuccesses + experimentalSuccesses,
    controlSize + experimentalSize,
    sides,
  );
  const at = experimentalSuccesses - first;
  return at < 0 ? (sides === 1 ? 1 : 0) : (pValues[at] ?? 0);
}
