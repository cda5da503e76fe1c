import { requirePositive } from '../numeric/require-argument.ts';
import type { EffectiveDose } from './effective-dose.ts';

/**
 * An effective dose of `factor` times the effect before repopulation: that of so many times as many fractions of the same
 * size, each fully repaired, in the same overall time.
 *
 * @param factor > 0, need not lead to a whole number of fractions
 * @throws RangeError if the factor is not above 0
 */
export function scaledDose(dose: EffectiveDose, factor: number): EffectiveDose {
  requirePositive('factor', factor);
  const { sums, fractions } = dose;
  // BED = k·Σd(1 + d/(α/β))
  return {
    ...dose,
    bed: (alphaBetaGy, scale) => factor * dose.bed(alphaBetaGy, scale),
    ...(sums && { sums: { linearGy: factor * sums.linearGy, quadraticGy2: factor * sums.quadraticGy2 } }),
    fractions: fractions.map(({ hours, bed }) => ({
      hours,
      bed: (alphaBetaGy) => factor * bed(alphaBetaGy),
    })),
  };
}
