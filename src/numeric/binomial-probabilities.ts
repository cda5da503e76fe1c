import gammaln from '@stdlib/math-base-special-gammaln';

/** Probabilities of the counts `first`, `first` + 1, …; counts outside hold less than the cut in all. */
export interface CountProbabilities {
  readonly first: number;
  readonly probabilities: Float64Array;
}

/** ln of the binomial probability of `count` in `size` at `probability` strictly inside (0, 1). */
function logBinomial(count: number, size: number, probability: number): number {
  return (
    gammaln(size + 1) -
    gammaln(count + 1) -
    gammaln(size - count + 1) +
    count * Math.log(probability) +
    (size - count) * Math.log1p(-probability)
  );
}

/**
 * Binomial(size, probability) over the counts that matter: grown from the mode by ratios until terms fall below `cut`.
 *
 * @param cut terms smaller than this times the mode's are left out; 0 keeps all counts
 */
export function binomialProbabilities(size: number, probability: number, cut = 1e-18): CountProbabilities {
  if (probability <= 0) return { first: 0, probabilities: Float64Array.of(1) };
  if (probability >= 1) return { first: size, probabilities: Float64Array.of(1) };
  const odds = probability / (1 - probability);
  const mode = Math.min(size, Math.floor((size + 1) * probability));
  const atMode = Math.exp(logBinomial(mode, size, probability));
  const below: number[] = [];
  for (let k = mode, term = atMode; k > 0; k--) {
    term *= k / ((size - k + 1) * odds);
    if (term < cut * atMode) break;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode, term = atMode; k < size; k++) {
    term *= ((size - k) / (k + 1)) * odds;
    if (term < cut * atMode) break;
    above.push(term);
  }
  return {
    first: mode - below.length,
    probabilities: Float64Array.from([...below.reverse(), atMode, ...above]),
  };
}
