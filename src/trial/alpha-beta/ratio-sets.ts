import type { DoseCoefficients } from './dose-coefficients.ts';

/** Lower and upper end of an interval, in the unit of what it is of (α/β: Gy). */
export interface RatioInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The ratios that the data do not refuse: between two ends, outside them (`complement`), or all of them (`wholeLine`).
 *
 * An end is null where there is none.
 */
export interface FiellerSet {
  readonly kind: 'interval' | 'complement' | 'wholeLine';
  readonly low: number | null;
  readonly high: number | null;
}

/** The two coefficients of dose with their covariance, however they were found. */
export type CoefficientMoments = Pick<
  DoseCoefficients,
  'perGy' | 'perGy2' | 'variancePerGy' | 'variancePerGy2' | 'covariance'
>;

/** Standard error in Gy of the ratio perGy/perGy2 by the delta method. */
export function deltaStandardError(coefficients: CoefficientMoments): number {
  const { perGy, perGy2, variancePerGy, variancePerGy2, covariance } = coefficients;
  const ratio = perGy / perGy2;
  // SE² = (V11 − 2rV12 + r²V22)/g2²
  const variance = variancePerGy - 2 * ratio * covariance + ratio * ratio * variancePerGy2;
  return Math.sqrt(Math.max(0, variance)) / Math.abs(perGy2);
}

/** The interval estimate ± z·SE of the ratio; `z` is the normal quantile of the level. */
export function deltaInterval(coefficients: CoefficientMoments, z: number): RatioInterval {
  const ratio = coefficients.perGy / coefficients.perGy2;
  const reach = z * deltaStandardError(coefficients);
  return { low: ratio - reach, high: ratio + reach };
}

/**
 * Deviance of a ratio r in Gy: how far the data lie from g1 = r·g2, chi-squared with one degree of freedom at the truth.
 *
 * At r = ±∞ it is (g2/SE)².
 */
export function ratioDeviance(coefficients: CoefficientMoments, ratioGy: number): number {
  const { perGy, perGy2, variancePerGy, variancePerGy2, covariance } = coefficients;
  if (!Number.isFinite(ratioGy)) return (perGy2 * perGy2) / variancePerGy2;
  // (g1 − r·g2)²/(V11 − 2rV12 + r²V22)
  const distance = perGy - ratioGy * perGy2;
  return (
    (distance * distance) / (variancePerGy - 2 * ratioGy * covariance + ratioGy * ratioGy * variancePerGy2)
  );
}

/**
 * Every ratio whose deviance is at most z²: exact under normal errors, also where the denominator may be 0.
 *
 * @see Fieller 1954, J R Stat Soc B 16:175
 */
export function fiellerSet(coefficients: CoefficientMoments, z: number): FiellerSet {
  const { perGy, perGy2, variancePerGy, variancePerGy2, covariance } = coefficients;
  // (g2² − z²V22)r² − 2(g1g2 − z²V12)r + (g1² − z²V11) ≤ 0
  const a = perGy2 * perGy2 - z * z * variancePerGy2;
  const b = perGy * perGy2 - z * z * covariance;
  const c = perGy * perGy - z * z * variancePerGy;
  const discriminant = b * b - a * c;
  if (a === 0 && b !== 0) {
    const end = c / (2 * b);
    return b > 0 ? { kind: 'interval', low: end, high: null } : { kind: 'interval', low: null, high: end };
  }
  if (a <= 0 && discriminant <= 0) return { kind: 'wholeLine', low: null, high: null };
  // The root without cancellation, and the other from their product c/a
  const far = b + (b < 0 ? -1 : 1) * Math.sqrt(Math.max(0, discriminant));
  const roots = far === 0 ? [0, 0] : [far / a, c / far];
  return { kind: a > 0 ? 'interval' : 'complement', low: Math.min(...roots), high: Math.max(...roots) };
}

/** Whether a ratio in Gy lies in the set. */
export function contains({ kind, low, high }: FiellerSet, ratioGy: number): boolean {
  if (kind === 'wholeLine') return true;
  if (kind === 'complement') return ratioGy <= low! || ratioGy >= high!;
  return ratioGy >= (low ?? -Infinity) && ratioGy <= (high ?? Infinity);
}
