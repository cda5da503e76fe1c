import { hypergeometricProbabilities } from '../numeric/hypergeometric-probabilities.ts';
import type { TwoArmCounts } from './tests/definition.ts';

/** Tables count as no likelier than the one seen up to this, relatively, as in R's fisher.test. */
export const AS_LIKELY = 1e-7;

/**
 * p-value of Fisher's exact test: given the successes of both arms together, the probability of tables that are no likelier
 * than this one.
 *
 * @see Fisher 1935, J R Stat Soc 98:39
 */
export function fisherPValue(counts: TwoArmCounts): number {
  const { controlSuccesses, controlSize, experimentalSuccesses, experimentalSize } = counts;
  const { first, probabilities } = hypergeometricProbabilities(
    experimentalSize,
    controlSuccesses + experimentalSuccesses,
    controlSize + experimentalSize,
  );
  const most = (probabilities[experimentalSuccesses - first] ?? 0) * (1 + AS_LIKELY);
  return probabilities.reduce((sum, probability) => (probability <= most ? sum + probability : sum), 0);
}
