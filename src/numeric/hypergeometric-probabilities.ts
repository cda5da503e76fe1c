import type { CountProbabilities } from './binomial-probabilities.ts';

/**
 * Hypergeometric law: of `size` patients out of `patients`, how many are among the `marked`; grown from the mode by ratios
 * until terms fall below 1e-18 of it, then scaled to sum to 1.
 *
 * @param size from 0 to `patients`, and so is `marked`
 */
export function hypergeometricProbabilities(
  size: number,
  marked: number,
  patients: number,
): CountProbabilities {
  const others = patients - marked - size;
  const [least, most] = [Math.max(0, -others), Math.min(size, marked)];
  const mode = Math.min(most, Math.max(least, Math.floor(((size + 1) * (marked + 1)) / (patients + 2))));
  // P(k + 1)/P(k) = (K − k)(n − k) / ((k + 1)(N − K − n + k + 1))
  const ratio = (k: number): number => ((marked - k) * (size - k)) / ((k + 1) * (others + k + 1));
  const terms = new Float64Array(most - least + 1);
  terms[mode - least] = 1;
  let first = mode;
  for (let k = mode, term = 1; k > least; k--) {
    term /= ratio(k - 1);
    if (term < CUT) break;
    first = k - 1;
    terms[first - least] = term;
  }
  let last = mode;
  for (let k = mode, term = 1; k < most; k++) {
    term *= ratio(k);
    if (term < CUT) break;
    last = k + 1;
    terms[last - least] = term;
  }
  const probabilities = terms.slice(first - least, last - least + 1);
  let total = 0;
  for (const term of probabilities) total += term;
  for (let i = 0; i < probabilities.length; i++) probabilities[i] /= total;
  return { first, probabilities };
}

/** Terms smaller than this times the mode's are left out. */
const CUT = 1e-18;
