import type { CountProbabilities } from './binomial-probabilities.ts';

/**
 * Hypergeometric law: of `size` patients out of `total`, how many are among the `marked`; grown from the mode by ratios
 * until terms fall below 1e-18 of it, then scaled to sum to 1.
 *
 * @param size from 0 to `total`, and so is `marked`
 */
export function hypergeometricProbabilities(size: number, marked: number, total: number): CountProbabilities {
  const others = total - marked - size;
  const [least, most] = [Math.max(0, -others), Math.min(size, marked)];
  const mode = Math.min(most, Math.max(least, Math.floor(((size + 1) * (marked + 1)) / (total + 2))));
  // P(k + 1)/P(k) = (K − k)(n − k) / ((k + 1)(N − K − n + k + 1))
  const ratio = (k: number): number => ((marked - k) * (size - k)) / ((k + 1) * (others + k + 1));
  const below: number[] = [];
  for (let k = mode, term = 1; k > least; k--) {
    term /= ratio(k - 1);
    if (term < CUT) break;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode, term = 1; k < most; k++) {
    term *= ratio(k);
    if (term < CUT) break;
    above.push(term);
  }
  const probabilities = Float64Array.from([...below.reverse(), 1, ...above]);
  const sum = probabilities.reduce((a, b) => a + b, 0);
  for (let i = 0; i < probabilities.length; i++) probabilities[i] /= sum;
  return { first: mode - below.length, probabilities };
}

/** Terms smaller than this times the mode's are left out. */
const CUT = 1e-18;
