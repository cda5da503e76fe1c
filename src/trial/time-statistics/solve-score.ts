/** Derivative of a log likelihood by a log hazard ratio, and what that loses a unit of it. */
export interface Score {
  score: number;
  information: number;
}

/** Writes the score at a hazard ratio. */
export type ScoreFunction = (hazardRatio: number, into: Score) => void;

/** After a Newton step this short the error is its square: below rounding. */
const SHORT_STEP = 1e-8;
const LONGEST_STEP = 3;

const buffer: Score = { score: 0, information: 0 };

/**
 * The log hazard ratio at which a falling score is 0; it must cross 0. Newton's method inside the bracket seen so far.
 *
 * @param atOne the score at a hazard ratio of 1, where it is known
 */
export function solveScore(scoreAt: ScoreFunction, atOne?: Score): number {
  let [low, high] = [-Infinity, Infinity];
  let estimate = 0;
  for (let iteration = 0; iteration < 100; iteration++) {
    const isKnown = atOne !== undefined && iteration === 0;
    if (!isKnown) scoreAt(Math.exp(estimate), buffer);
    const { score, information } = isKnown ? atOne : buffer;
    if (score === 0) return estimate;
    if (score > 0) low = estimate;
    else high = estimate;
    // β ← β + U(β) / I(β)
    const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, score / information));
    const next = estimate + step;
    const isInside = next > low && next < high;
    if (Math.abs(step) <= SHORT_STEP) return isInside ? next : estimate;
    estimate = isInside ? next : (low + high) / 2;
  }
  return estimate;
}

/** A log hazard ratio; ±Infinity or NaN, both with standard error Infinity, where the data set no finite one. */
export interface RatioEstimate {
  readonly estimate: number;
  readonly standardError: number;
}

/** In place of an estimate that is not asked for. */
export const noEstimate: RatioEstimate = { estimate: Number.NaN, standardError: Number.NaN };

/**
 * The maximum of a likelihood, with its standard error by the information there.
 *
 * @param fallsBelow whether the score ends below 0 as the ratio grows: a control failure that could have been the other's
 * @param startsAbove whether it begins above 0: an experimental failure that could have been the other's
 * @param atOne the score at a hazard ratio of 1, where it is known
 */
export function estimateRatio(
  scoreAt: ScoreFunction,
  fallsBelow: boolean,
  startsAbove: boolean,
  atOne?: Score,
): RatioEstimate {
  if (!(fallsBelow && startsAbove)) {
    const estimate = fallsBelow ? -Infinity : startsAbove ? Infinity : Number.NaN;
    return { estimate, standardError: Infinity };
  }
  const estimate = solveScore(scoreAt, atOne);
  scoreAt(Math.exp(estimate), buffer);
  return { estimate, standardError: 1 / Math.sqrt(buffer.information) };
}
