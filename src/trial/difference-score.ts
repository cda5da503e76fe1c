import { ratesUnderDifference } from './difference-likelihood.ts';
import { standardised } from './score-critical.ts';
import type { TwoArmCounts } from './tests/definition.ts';

/**
 * Score statistic of the difference of two success rates against −`margin`: the standard error comes from the rates
 * fitted at the margin; the larger, the stronger the case that the experimental arm is less than the margin worse.
 *
 * @returns z; ±∞ or 0 by the sign of the estimate where the standard error is 0
 * @see Farrington & Manning 1990, Statistics in Medicine 9:1447. doi:10.1002/sim.4780091208
 */
export function differenceScore(
  { controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }: TwoArmCounts,
  margin: number,
): number {
  const estimate = experimentalSuccesses / experimentalSize - controlSuccesses / controlSize + margin;
  const [pe, pc] = ratesUnderDifference(
    experimentalSuccesses,
    experimentalSize,
    controlSuccesses,
    controlSize,
    -margin,
  );
  // z = (p̂e − p̂c + δ)/√(p̃e q̃e/nₑ + p̃c q̃c/n_c), p̃e − p̃c = −δ
  return standardised(estimate, (pe * (1 - pe)) / experimentalSize + (pc * (1 - pc)) / controlSize);
}
