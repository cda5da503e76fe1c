import { findRoot } from '../../numeric/find-root.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { KaplanMeierPoint } from './kaplan-meier.ts';

/** Scores beyond this are taken as infinite. */
const LARGEST_SCORE = 1e6;

/** Limit on the complementary log-log scale, S^exp(z √Var(ln S) / |ln S|); z < 0 is the upper one. */
function logLogLimit(control: number, logVariance: number, score: number): number {
  const logControl = Math.log(control);
  return Math.exp(logControl * Math.exp((score * Math.sqrt(logVariance)) / -logControl));
}

/**
 * Lower limit of a control probability at one-sided level Φ(−score), score >= 0. Without a failure it is that of a binomial
 * proportion, of the patients who are still under observation: Φ(−score)^(1/n), 0 without any.
 */
export function lowerControlLimit(point: KaplanMeierPoint, score: number): number {
  if (point.failures === 0)
    return point.atRisk > 0 ? Math.exp(Math.log(normalCdf(-score)) / point.atRisk) : 0;
  return point.control === 0 ? 0 : logLogLimit(point.control, point.logVariance, score);
}

/**
 * Upper limit of a control probability at one-sided level Φ(−score), score >= 0. Where all who were left failed it is that
 * of the step before, which no later value exceeds: 1 if there was none.
 */
export function upperControlLimit({ lastAboveZero, logVariance }: KaplanMeierPoint, score: number): number {
  return lastAboveZero === 1 ? 1 : logLogLimit(lastAboveZero, logVariance, -score);
}

/** The point of a curve raised to a power > 0: the curve of a hazard so many times as large. */
export function raisedPoint(point: KaplanMeierPoint, power: number): KaplanMeierPoint {
  const raise = (probability: number): number =>
    probability === 0 ? 0 : Math.exp(power * Math.log(probability));
  return {
    control: raise(point.control),
    lastAboveZero: raise(point.lastAboveZero),
    logVariance: power * power * point.logVariance,
    failures: point.failures,
    atRisk: point.atRisk / power,
  };
}

/**
 * The normal score at which the limit of a difference of control probabilities, experimental − control, equals −margin,
 * with the limits of both arms combined. It rises with the margin, changes sign with an exchange of the arms at margin 0,
 * and is 0 also where the arm's limits leave −margin in a gap at score 0, as those of an arm without failure do.
 *
 * @see Zou & Donner 2008, Statistics in Medicine 27:1693
 */
export function combinedLimitScore(
  experimental: KaplanMeierPoint,
  control: KaplanMeierPoint,
  margin: number,
): number {
  const distance = experimental.control - control.control + margin;
  if (distance === 0) return 0;
  const [better, worse] = distance > 0 ? [experimental, control] : [control, experimental];
  // D + margin = √((S₁ − l₁)² + (u₀ − S₀)²) above −margin, −(D + margin) = √((u₁ − S₁)² + (S₀ − l₀)²) below it
  const excess = (score: number): number => {
    const below = better.control - lowerControlLimit(better, score);
    const above = upperControlLimit(worse, score) - worse.control;
    return Math.sqrt(below * below + above * above) - Math.abs(distance);
  };
  if (excess(0) >= 0) return 0;
  let high = 4;
  while (excess(high) < 0 && high < LARGEST_SCORE) high *= 2;
  const score = high < LARGEST_SCORE ? findRoot(excess, 0, high) : Infinity;
  return Math.sign(distance) * score;
}
