import { bivariateNormalCdf } from '../../numeric/bivariate-normal-cdf.ts';
import { normalReach } from '../../numeric/normal-reach.ts';
import type { DoseSums } from '../../radiobiology/linear-quadratic.ts';
import { type CoefficientMoments, deltaStandardError, type FiellerSet, fiellerSet } from './ratio-sets.ts';
import { type EffectEvent, expectedSign, type WrongSign, wrongSign } from './wrong-sign.ts';

/** What a trial whose outcome is not yet known is expected to say of α/β, by normal approximation. */
export interface ExpectedPrecision {
  readonly coefficients: CoefficientMoments;
  /** Ratio of the coefficients in Gy. */
  readonly ratioGy: number;
  /** In Gy, by the delta method. */
  readonly standardErrorGy: number;
  /** The set of a trial that would see just what is expected. */
  readonly fieller: FiellerSet;
  /** Chances that an estimate has the wrong sign, or no bounded Fieller set. */
  readonly wrongSign: WrongSign;
  /** Chance of a bounded Fieller set with both coefficients of the right sign, in [0, 1]. */
  readonly power: number;
}

/** Covariance of the coefficients of dose where so many failures are expected by arm. */
function covarianceOf(doses: readonly DoseSums[], failures: readonly number[]) {
  const total = failures.reduce((a, b) => a + b, 0);
  const mean = (of: (sums: DoseSums) => number): number =>
    doses.reduce((sum, dose, i) => sum + failures[i] * of(dose), 0) / total;
  const [meanX, meanY] = [mean(({ doseGy }) => doseGy), mean(({ doseSquaredGy2 }) => doseSquaredGy2)];
  let [xx, xy, yy] = [0, 0, 0];
  // I = Σ eᵢ (Xᵢ − X̄)(Xᵢ − X̄)ᵀ with X = (Σd, Σd²)
  doses.forEach(({ doseGy, doseSquaredGy2 }, i) => {
    const [x, y] = [doseGy - meanX, doseSquaredGy2 - meanY];
    xx += failures[i] * x * x;
    xy += failures[i] * x * y;
    yy += failures[i] * y * y;
  });
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 0 && determinant < Infinity)) return undefined;
  return {
    variancePerGy: yy / determinant,
    variancePerGy2: xx / determinant,
    covariance: -xy / determinant,
  };
}

/**
 * Precision of α/β from the failures that are expected by arm: information as in proportional hazards, where each failure
 * counts one, then the delta method and normal coefficients; undefined where hardly any failures are expected but in one arm.
 *
 * @param doses of three arms or more that tell total dose and fraction size apart
 * @param perGy change of the log hazard for each Gy, and `perGy2` for each Gy² of Σd²
 * @see Schoenfeld 1983, Biometrics 39:499 (information of a failure)
 */
export function expectedPrecision(
  doses: readonly DoseSums[],
  failures: readonly number[],
  { perGy, perGy2 }: Pick<CoefficientMoments, 'perGy' | 'perGy2'>,
  { event, level }: { readonly event: EffectEvent; readonly level: number },
): ExpectedPrecision | undefined {
  const covariance = covarianceOf(doses, failures);
  if (!covariance) return undefined;
  const coefficients = { perGy, perGy2, ...covariance };
  const z = normalReach(level);
  return {
    coefficients,
    ratioGy: perGy / perGy2,
    standardErrorGy: deltaStandardError(coefficients),
    fieller: fiellerSet(coefficients, z),
    wrongSign: wrongSign(coefficients, event, z),
    power: boundingProbability(coefficients, event, z),
  };
}

/** Chance that both coefficients have the right sign, and that of Σd² lies so far from 0 that the set is bounded. */
function boundingProbability(
  { perGy, perGy2, variancePerGy, variancePerGy2, covariance }: CoefficientMoments,
  event: EffectEvent,
  z: number,
): number {
  const sign = expectedSign(event);
  const [first, second] = [Math.sqrt(variancePerGy), Math.sqrt(variancePerGy2)];
  // P(N(u₁, 1) > 0, N(u₂, 1) > z) with the correlation of the coefficients
  return bivariateNormalCdf(
    (sign * perGy) / first,
    (sign * perGy2) / second - z,
    Math.max(-1, Math.min(1, covariance / (first * second))),
  );
}
