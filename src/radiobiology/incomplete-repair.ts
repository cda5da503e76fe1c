import { requirePositive } from '../numeric/require-argument.ts';
import { requireNonNegative } from '../numeric/require-non-negative.ts';

/** A dose at a time. */
export interface TimedDose {
  readonly hours: number;
  readonly doseGy: number;
}

/** Below this μT the series serves: with eight terms it is as exact as the closed form is above. */
const SERIES_BELOW = 0.1;
const SERIES_TERMS = 8;

/**
 * What replaces Σd² in the linear-quadratic effect where repair between fractions is incomplete, in Gy²: sublethal
 * damage left from earlier fractions, fading exponentially, interacts with later ones.
 *
 * @param fractions in order of time; hours from any start
 * @param halfTimeHours half-time of repair in hours, > 0
 * @throws RangeError for an argument out of range, or fractions out of order
 * @see Thames 1985, Int J Radiat Biol 47:319
 */
export function pairedQuadraticSumGy2(fractions: readonly TimedDose[], halfTimeHours: number): number {
  const ratePerHour = Math.LN2 / requirePositive('halfTimeHours', halfTimeHours);
  let [sum, unrepairedGy, before] = [0, 0, fractions[0]?.hours ?? 0];
  for (const { hours, doseGy } of fractions) {
    requireNonNegative('doseGy', doseGy);
    if (!(hours >= before)) throw new RangeError(`invalid hours: ${hours} (must be >= ${before})`);
    unrepairedGy *= Math.exp(-ratePerHour * (hours - before));
    // Σd² + 2 ΣΣ dᵢdⱼ e^(−μ(tⱼ − tᵢ)), i < j
    sum += doseGy * (doseGy + 2 * unrepairedGy);
    unrepairedGy += doseGy;
    before = hours;
  }
  return sum;
}

/**
 * Lea–Catcheside factor G in (0, 1] of a dose given at a constant rate: what its quadratic effect is multiplied by.
 *
 * @param durationHours time of irradiation in hours, ≥ 0
 * @param halfTimeHours half-time of repair in hours, > 0
 * @throws RangeError for an argument out of range
 * @see Lea & Catcheside 1942, J Genet 44:216; Dale 1985, Br J Radiol 58:515
 */
export function protractionFactor(durationHours: number, halfTimeHours: number): number {
  const x =
    (Math.LN2 * requireNonNegative('durationHours', durationHours)) /
    requirePositive('halfTimeHours', halfTimeHours);
  // G = 2(μT − 1 + e^−μT)/(μT)²
  if (x >= SERIES_BELOW) return (2 * (x + Math.expm1(-x))) / x / x;
  // G = 1 − x/3 + x²/12 − x³/60 …
  let [sum, term] = [1, 1];
  for (let k = 1; k < SERIES_TERMS; k++) {
    term *= -x / (k + 2);
    sum += term;
  }
  return sum;
}
