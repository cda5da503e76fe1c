import { tests } from '../tests/index.ts';
import { type SizesOfPower, sizesOfPower } from './sizes-of-power.ts';
import type { SuccessRates } from './success-rates.ts';

/**
 * Exact one-stage designs: the smallest size at which the exact binomial test holds both errors, and the size from which
 * it holds them for every larger one up to the bound.
 *
 * @param power in (0, 1)
 * @throws RangeError if no size up to the bound holds both errors
 * @see A’Hern 2001, Statistics in Medicine 20:859
 */
export function aHernSizes(
  rates: SuccessRates,
  oneSidedAlpha: number,
  power: number,
  maximumSize: number,
): SizesOfPower {
  const rejects = tests.exactBinomial.create(rates.nullSuccess, oneSidedAlpha);
  return sizesOfPower(rejects, rates, power, maximumSize);
}
