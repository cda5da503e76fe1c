import { requirePositive } from '../numeric/require-argument.ts';
import type { DoseSums } from '../radiobiology/linear-quadratic.ts';

/**
 * Total dose in Gy in so many equal fractions with the effect of a reference schedule.
 *
 * @param alphaBetaGy α/β in Gy, > 0
 * @throws RangeError if α/β or the number of fractions is not above 0
 * @see Fowler 1989, Br J Radiol 62:679
 */
export function isoeffectiveDoseGy(reference: DoseSums, fractions: number, alphaBetaGy: number): number {
  const { doseGy, doseSquaredGy2 } = reference;
  const x = requirePositive('alphaBetaGy', alphaBetaGy);
  const n = requirePositive('fractions', fractions);
  // D²/n + x·D = Σd² + x·Σd  ⇒  D = n·(√(x² + 4(Σd² + xΣd)/n) − x)/2, written without cancellation
  const effect = doseSquaredGy2 + x * doseGy;
  return (2 * effect) / (Math.sqrt(x * x + (4 * effect) / n) + x);
}

/** Derivative of {@link isoeffectiveDoseGy} by α/β, without unit. */
export function isoeffectiveDoseSlope(reference: DoseSums, fractions: number, alphaBetaGy: number): number {
  const dose = isoeffectiveDoseGy(reference, fractions, alphaBetaGy);
  // dD/dx = (Σd − D)/(2D/n + x)
  return (reference.doseGy - dose) / ((2 * dose) / fractions + alphaBetaGy);
}
