import { directionSeeds } from './direction-seeds.ts';

/** Dimensions that the sequence has. */
export const SOBOL_DIMENSIONS = 1 + directionSeeds.length;

/** Binary digits of a coordinate, and of an index. */
const DIGITS = 32;

/** The direction numbers of a dimension, each as 32 binary digits after the point. */
function createDirections(dimension: number): Uint32Array {
  const numbers = new Uint32Array(DIGITS);
  if (dimension === 0) return numbers.map((_, k) => 1 << (DIGITS - 1 - k));
  const [degree, coefficients, initial] = directionSeeds[dimension - 1];
  for (let k = 0; k < DIGITS; k++) {
    if (k < degree) {
      numbers[k] = initial[k] << (DIGITS - 1 - k);
      continue;
    }
    // vₖ = a₁vₖ₋₁ ⊕ … ⊕ aₛ₋₁vₖ₋ₛ₊₁ ⊕ vₖ₋ₛ ⊕ (vₖ₋ₛ shifted by s digits)
    let next = numbers[k - degree] ^ (numbers[k - degree] >>> degree);
    for (let j = 1; j < degree; j++) if ((coefficients >>> (degree - 1 - j)) & 1) next ^= numbers[k - j];
    numbers[k] = next;
  }
  return numbers;
}

const directions = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) => createDirections(dimension));

/**
 * A coordinate of the Sobol sequence in Gray-code order, unscrambled: its first 32 binary digits as a whole number, so that
 * the coordinate is that number times 2⁻³². The first point is 0.
 *
 * @param index of the point, a whole number from 0 to 2³² − 1
 * @param dimension from 0 to {@link SOBOL_DIMENSIONS} − 1
 * @throws RangeError for a dimension that there is not
 * @see Bratley & Fox 1988, ACM Transactions on Mathematical Software 14:88 (algorithm 659)
 */
export function sobolDigits(index: number, dimension: number): number {
  if (!(Number.isInteger(dimension) && dimension >= 0 && dimension < SOBOL_DIMENSIONS)) {
    throw new RangeError(
      `invalid dimension: ${dimension} (must be a whole number from 0 to ${SOBOL_DIMENSIONS - 1})`,
    );
  }
  const numbers = directions[dimension];
  let digits = 0;
  // The Gray code of an index differs from that of the next in one digit
  for (let gray = (index ^ (index >>> 1)) >>> 0, k = 0; gray !== 0; gray >>>= 1, k++)
    if (gray & 1) digits ^= numbers[k];
  return digits >>> 0;
}
