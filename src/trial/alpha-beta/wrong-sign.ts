import { normalCdf } from '../../numeric/normal-cdf.ts';
import type { CoefficientMoments } from './ratio-sets.ts';

/** Events by how dose bears on them: more dose, more harm; more dose, less failure. */
export const effectEvents = ['harm', 'failure'] as const;
export type EffectEvent = (typeof effectEvents)[number];

/** The sign that dose has for an event: +1 where more dose brings more of it. */
export const expectedSign = (event: EffectEvent): 1 | -1 => (event === 'harm' ? 1 : -1);

/** One quantity that should have the sign of dose: whether it has, and how likely its true value has not. */
export interface SignCheck {
  readonly estimate: number;
  readonly standardError: number;
  readonly isWrong: boolean;
  /** P(wrong sign) in [0, 1], the normal law of the estimate read as the law of the truth (flat prior). */
  readonly probability: number;
}

/** The signs of both coefficients and of the slope, and how often a repeat of the trial would leave α/β without bound. */
export interface WrongSign {
  readonly expected: 1 | -1;
  readonly perGy: SignCheck;
  readonly perGy2: SignCheck;
  /** Change of the effect for each Gy in 2 Gy fractions: g1 + 2·g2. */
  readonly slopePerGyEqd2: SignCheck;
  /** P(unbounded Fieller set) in [0, 1] if the trial were repeated and the estimates were the truth. */
  readonly unboundedProbability: number;
}

function signCheck(estimate: number, variance: number, sign: 1 | -1): SignCheck {
  const standardError = Math.sqrt(variance);
  // P(wrong) = Φ(−sign·estimate/SE)
  return {
    estimate,
    standardError,
    isWrong: sign * estimate <= 0,
    probability: normalCdf((-sign * estimate) / standardError),
  };
}

/** The fraction size in Gy in which the slope is stated. */
const REFERENCE_FRACTION_GY = 2;

/** Checks the signs of the coefficients against what the event demands; `z` is the normal quantile of the level. */
export function wrongSign(coefficients: CoefficientMoments, event: EffectEvent, z: number): WrongSign {
  const { perGy, perGy2, variancePerGy, variancePerGy2, covariance } = coefficients;
  const expected = expectedSign(event);
  const d = REFERENCE_FRACTION_GY;
  const slopeVariance = variancePerGy + 2 * d * covariance + d * d * variancePerGy2;
  const score = perGy2 / Math.sqrt(variancePerGy2);
  return {
    expected,
    perGy: signCheck(perGy, variancePerGy, expected),
    perGy2: signCheck(perGy2, variancePerGy2, expected),
    slopePerGyEqd2: signCheck(perGy + d * perGy2, slopeVariance, expected),
    // Unbounded where |g2/SE| < z: P = Φ(z − s) − Φ(−z − s) for a repeat drawn from N(s, 1)
    unboundedProbability: normalCdf(z - score) - normalCdf(-z - score),
  };
}
