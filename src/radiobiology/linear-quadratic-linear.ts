import { requirePositive } from '../numeric/require-argument.ts';
import { requireNonNegative } from '../numeric/require-non-negative.ts';

/**
 * BED in Gy of one fraction under the linear-quadratic-linear model: linear-quadratic up to the transition dose,
 * straight on beyond it. By default the line continues the tangent at the transition.
 *
 * @param doseGy dose of the fraction in Gy, ≥ 0
 * @param alphaBetaGy α/β in Gy, > 0
 * @param transitionGy transition dose dT in Gy, > 0; 2·α/β where left out, a rule of thumb
 * @param gammaOverAlpha slope of the line as a multiple of α, > 0; 1 + 2dT/(α/β) where left out
 * @throws RangeError for an argument out of range
 * @see Guerrero & Li 2004, Phys Med Biol 49:4825; Astrahan 2008, Med Phys 35:4161
 */
export function fractionBedLinearQuadraticLinear(
  doseGy: number,
  alphaBetaGy: number,
  transitionGy = 2 * alphaBetaGy,
  gammaOverAlpha = 1 + (2 * transitionGy) / alphaBetaGy,
): number {
  requireNonNegative('doseGy', doseGy);
  requirePositive('alphaBetaGy', alphaBetaGy);
  requirePositive('transitionGy', transitionGy);
  requirePositive('gammaOverAlpha', gammaOverAlpha);
  // BED = d + d²/(α/β) up to dT; beyond: dT + dT²/(α/β) + (γ/α)(d − dT)
  const curved = Math.min(doseGy, transitionGy);
  const straight = Math.max(0, doseGy - transitionGy);
  return curved + (curved * curved) / alphaBetaGy + gammaOverAlpha * straight;
}
