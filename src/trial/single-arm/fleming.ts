import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { SuccessRates } from './success-rates.ts';

/** Standard deviation of one patient's success. */
const spread = (rate: number): number => Math.sqrt(rate * (1 - rate));

/** More patients than this no trial has, and their exact errors are lost in rounding. */
const MOST_PATIENTS = 1_000_000;

/**
 * Patients of a single-stage design by the normal approximation, unrounded.
 *
 * @throws RangeError if there are more than a million
 * @see Fleming 1982, Biometrics 38:143
 */
export function flemingSize(rates: SuccessRates, oneSidedAlpha: number, power: number): number {
  const { nullSuccess: p0, alternativeSuccess: p1 } = rates;
  // n = ((z_α √(p₀q₀) + z_β √(p₁q₁))/(p₁ − p₀))²
  const root =
    (normalQuantile(1 - oneSidedAlpha) * spread(p0) + normalQuantile(power) * spread(p1)) / (p1 - p0);
  const size = root * root;
  if (size > MOST_PATIENTS)
    throw new RangeError(
      `no design has these errors with up to ${MOST_PATIENTS} patients, the bound of the formula`,
    );
  return size;
}

/** Power of a single-stage design by the same normal approximation. */
export function flemingPower(rates: SuccessRates, oneSidedAlpha: number, size: number): number {
  const { nullSuccess: p0, alternativeSuccess: p1 } = rates;
  // Φ(((p₁ − p₀)√n − z_α √(p₀q₀))/√(p₁q₁))
  return normalCdf(
    ((p1 - p0) * Math.sqrt(size) - normalQuantile(1 - oneSidedAlpha) * spread(p0)) / spread(p1),
  );
}
