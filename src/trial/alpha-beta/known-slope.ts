import type { DoseSums } from '../../radiobiology/linear-quadratic.ts';

/**
 * Standard error in Gy of α/β from the rates of two arms, where the slope of the rate is known without error: the difference
 * of the rates says which EQD2 the second arm was worth.
 *
 * @param doses the control and the other arm
 * @param rates of the bad event in both
 * @param rateSlope change of the rate for each Gy EQD2
 * @throws RangeError if the arms have the same fraction size, so that no α/β follows
 * @see Bentzen & Ritter 2005, Radiother Oncol 76:1
 */
export function knownSlopeError(
  [control, other]: readonly DoseSums[],
  alphaBetaGy: number,
  rates: readonly number[],
  perArm: number,
  rateSlope: number,
): number {
  // E(x) = (D·x + Σd²)/(x + 2): d(E₂ − E₁)/dx = (2(D₂ − D₁) − (Σd₂² − Σd₁²))/(x + 2)²
  const turn = 2 * (other.doseGy - control.doseGy) - (other.doseSquaredGy2 - control.doseSquaredGy2);
  if (Math.abs(turn) <= 1e-9 * other.doseSquaredGy2)
    throw new RangeError('no α/β: the EQD2 of the two arms differs by the same at every α/β');
  const perGy = turn / ((alphaBetaGy + 2) * (alphaBetaGy + 2));
  const variance = rates.reduce((sum, rate) => sum + (rate * (1 - rate)) / perArm, 0);
  return Math.sqrt(variance) / Math.abs(rateSlope * perGy);
}
