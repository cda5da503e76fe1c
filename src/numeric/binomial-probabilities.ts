/** Probabilities of the counts `first`, `first` + 1, …; counts outside hold less than the cut in all. */
export interface CountProbabilities {
  readonly first: number;
  readonly probabilities: Float64Array;
}

/**
 * Binomial(size, probability) over the counts that matter: grown from the mode by ratios until terms fall below `cut`,
 * then scaled to sum to 1.
 *
 * @param cut terms smaller than this times the mode's are left out; 0 keeps all counts
 */
export function binomialProbabilities(size: number, probability: number, cut = 1e-18): CountProbabilities {
  if (probability <= 0) return { first: 0, probabilities: Float64Array.of(1) };
  if (probability >= 1) return { first: size, probabilities: Float64Array.of(1) };
  const odds = probability / (1 - probability);
  const mode = Math.min(size, Math.floor((size + 1) * probability));
  const terms = new Float64Array(size + 1);
  terms[mode] = 1;
  let first = mode;
  for (let k = mode, term = 1; k > 0; k--) {
    term *= k / ((size - k + 1) * odds);
    if (term < cut) break;
    terms[(first = k - 1)] = term;
  }
  let last = mode;
  for (let k = mode, term = 1; k < size; k++) {
    term *= ((size - k) / (k + 1)) * odds;
    if (term < cut) break;
    terms[(last = k + 1)] = term;
  }
  const probabilities = terms.slice(first, last + 1);
  let total = 0;
  for (const term of probabilities) total += term;
  for (let i = 0; i < probabilities.length; i++) probabilities[i] /= total;
  return { first, probabilities };
}
