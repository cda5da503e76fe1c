import type { CountProbabilities } from './binomial-probabilities.ts';

/** Terms smaller than this times the mode's are left out. */
const CUT = 1e-18;

/**
 * Poisson probabilities of the counts that matter: grown from the mode by ratios, then scaled to sum to 1.
 *
 * @param mean at or above 0
 */
export function poissonProbabilities(mean: number): CountProbabilities {
  if (mean === 0) return { first: 0, probabilities: Float64Array.of(1) };
  const mode = Math.floor(mean);
  const below: number[] = [];
  // P(k − 1) = P(k)·k/μ
  for (let k = mode, term = 1; k > 0; k--) {
    term *= k / mean;
    if (term < CUT) break;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode + 1, term = 1; ; k++) {
    term *= mean / k;
    if (term < CUT) break;
    above.push(term);
  }
  const probabilities = Float64Array.from([...below.reverse(), 1, ...above]);
  const total = probabilities.reduce((sum, term) => sum + term, 0);
  return { first: mode - below.length, probabilities: probabilities.map((term) => term / total) };
}
