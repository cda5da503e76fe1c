import { requirePositive } from '../numeric/require-argument.ts';
import { requireBlock } from '../numeric/require-block.ts';
import { requireNonNegative } from '../numeric/require-non-negative.ts';

/** A survival curve that is linear-quadratic for small and exponential for large fractions, joined with one tangent. */
export interface UniversalSurvivalCurve {
  /** Initial slope α in Gy⁻¹. */
  readonly alphaPerGy: number;
  /** D0 in Gy: the dose that lowers survival to 1/e on the final slope; α·D0 < 1. */
  readonly finalSlopeGy: number;
  /** Quasi-threshold Dq in Gy: where the final slope meets full survival. */
  readonly quasiThresholdGy: number;
}

/** @throws RangeError unless every parameter is above 0 and α·D0 below 1 */
function requireCurve(curve: UniversalSurvivalCurve): void {
  const { alphaPerGy, finalSlopeGy, quasiThresholdGy } = requireBlock('curve', curve);
  requirePositive('alphaPerGy', alphaPerGy);
  requirePositive('finalSlopeGy', finalSlopeGy);
  requirePositive('quasiThresholdGy', quasiThresholdGy);
  const product = alphaPerGy * finalSlopeGy;
  if (!(product < 1)) throw new RangeError(`invalid alphaPerGy × finalSlopeGy: ${product} (must be < 1)`);
}

/**
 * Dose per fraction in Gy at which the curve turns from linear-quadratic to exponential.
 *
 * @throws RangeError for a curve out of range
 * @see Park 2008, IJROBP 70:847
 * @example
 * ```ts
 * import { transitionDoseGy } from 'isoeffect';
 *
 * const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };
 * console.log(transitionDoseGy(curve).toFixed(2)); // 6.13
 * ```
 */
export function transitionDoseGy(curve: UniversalSurvivalCurve): number {
  requireCurve(curve);
  // DT = 2Dq/(1 − αD0)
  return (2 * curve.quasiThresholdGy) / (1 - curve.alphaPerGy * curve.finalSlopeGy);
}

/** β in Gy⁻² that makes value and slope agree at the transition. @throws RangeError for a curve out of range */
export function betaOfUniversalCurve(curve: UniversalSurvivalCurve): number {
  requireCurve(curve);
  // β = (1 − αD0)²/(4 D0 Dq)
  const gap = 1 - curve.alphaPerGy * curve.finalSlopeGy;
  return (gap * gap) / (4 * curve.finalSlopeGy * curve.quasiThresholdGy);
}

/**
 * Effect E = −ln of the surviving fraction of one fraction under the universal survival curve.
 *
 * @param doseGy dose of the fraction in Gy, ≥ 0
 * @throws RangeError for an argument out of range
 * @see Park 2008, IJROBP 70:847
 */
export function universalEffect(doseGy: number, curve: UniversalSurvivalCurve): number {
  requireNonNegative('doseGy', doseGy);
  // E = αd + βd² up to DT; (d − Dq)/D0 beyond
  if (doseGy >= transitionDoseGy(curve)) return (doseGy - curve.quasiThresholdGy) / curve.finalSlopeGy;
  return doseGy * (curve.alphaPerGy + betaOfUniversalCurve(curve) * doseGy);
}

/**
 * BED in Gy of one fraction under the universal survival curve.
 *
 * @param doseGy dose of the fraction in Gy, ≥ 0
 * @throws RangeError for an argument out of range
 * @see Park 2008, IJROBP 70:847
 * @example
 * ```ts
 * import { fractionBedUniversal } from 'isoeffect';
 *
 * const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };
 * console.log((3 * fractionBedUniversal(20, curve)).toFixed(2)); // 132.36
 * ```
 */
export function fractionBedUniversal(doseGy: number, curve: UniversalSurvivalCurve): number {
  // BED = E/α; beyond DT it is (d − Dq)/(αD0)
  return universalEffect(doseGy, curve) / curve.alphaPerGy;
}

/**
 * Dose in Gy that has the effect of `fractions` equal doses when given at once.
 *
 * @param fractions number of fractions, > 0
 * @param doseGy dose of each in Gy, ≥ 0
 * @throws RangeError for an argument out of range
 * @see Park 2008, IJROBP 70:847 (single fraction equivalent dose)
 * @example
 * ```ts
 * import { singleFractionEquivalentDoseGy } from 'isoeffect';
 *
 * const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };
 * console.log(singleFractionEquivalentDoseGy(3, 20, curve).toFixed(1)); // 56.4
 * ```
 */
export function singleFractionEquivalentDoseGy(
  fractions: number,
  doseGy: number,
  curve: UniversalSurvivalCurve,
): number {
  const effect = requirePositive('fractions', fractions) * universalEffect(doseGy, curve);
  const { alphaPerGy, finalSlopeGy, quasiThresholdGy } = curve;
  // SFED = E·D0 + Dq on the final slope: D − (n − 1)Dq where d ≥ DT; below it the root of αx + βx² = E
  if (effect >= universalEffect(transitionDoseGy(curve), curve))
    return effect * finalSlopeGy + quasiThresholdGy;
  const beta = betaOfUniversalCurve(curve);
  return (2 * effect) / (alphaPerGy + Math.sqrt(alphaPerGy * alphaPerGy + 4 * beta * effect));
}
