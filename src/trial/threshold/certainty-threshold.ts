import type { BetaPrior } from '../beta-posterior.ts';
import type { LooksSpec } from '../look-schedule.ts';
import { rules } from '../rules/index.ts';
import { posteriorRule } from '../single-arm/beta-rule.ts';
import { cutOffOf, type OneStageDesign, oneStageDesign } from '../single-arm/one-stage.ts';
import { type SequentialDesign, sequentialDesign } from '../single-arm/sequential-design.ts';
import type { SuccessRates } from '../single-arm/success-rates.ts';
import { largestLevel } from './largest-level.ts';

/** A certainty is above a half: below, a rate on the border would be held for better. */
const MOST_LEVEL = 0.5;

/** 1 − level, without the digits of rounding. */
const certaintyOf = (level: number): number => Number((1 - level).toPrecision(12));

const tooStrict = (target: number): RangeError =>
  new RangeError(
    `no posterior certainty holds a type I error of ${target} with so few patients, and can be reached`,
  );

function leastCertainty(typeIErrorAt: (certainty: number) => number, target: number): number {
  const level = largestLevel((l) => typeIErrorAt(certaintyOf(l)), target, MOST_LEVEL);
  if (level === undefined) throw tooStrict(target);
  return certaintyOf(level);
}

/** A single arm judged at its end by a posterior probability. */
export interface SuccessCertainty {
  /** The least posterior probability of a better rate that holds the type I error. */
  readonly certainty: number;
  readonly design: OneStageDesign;
}

/**
 * The least posterior certainty, to the fourth digit of the target, with which a single arm that is no better than the null
 * rate succeeds with a probability of at most the target, exactly.
 *
 * @param prior of the event's rate
 * @param target in (0, 1)
 * @throws RangeError if none does
 */
export function successCertainty(
  prior: BetaPrior,
  nullRate: number,
  rates: SuccessRates,
  size: number,
  target: number,
): SuccessCertainty {
  const designAt = (certainty: number): OneStageDesign =>
    oneStageDesign(size, cutOffOf(posteriorRule(prior, nullRate, certainty, rates.eventIsGood), size), rates);
  const certainty = leastCertainty((c) => designAt(c).typeIError, target);
  const design = designAt(certainty);
  if (design.cutOff > size) throw tooStrict(target);
  return { certainty, design };
}

/** A single arm that stops for harm at looks. */
export interface StopCertainty {
  /** The least posterior probability of a worse rate, at which it stops, that holds the probability of a stop at the limit. */
  readonly certainty: number;
  /** At the limit, and at a rate that is worse. */
  readonly atLimit: SequentialDesign;
  readonly atWorse: SequentialDesign;
}

/** What such a single arm is: the endpoint is bad. */
export interface StopPlan {
  readonly prior: BetaPrior;
  readonly limitRate: number;
  readonly worseRate: number;
  readonly size: number;
  readonly looks: LooksSpec;
  /** The endpoint's keys as rules write them. */
  readonly endpoint: object;
}

/**
 * The least posterior certainty, to the fourth digit of the target, at which looks stop an arm whose rate is the limit with
 * a probability of at most the target, exactly.
 *
 * @param target in (0, 1)
 * @throws RangeError if none does
 */
export function stopCertainty(plan: StopPlan, target: number): StopCertainty {
  const { prior, limitRate, worseRate, size, looks, endpoint } = plan;
  const at = (certainty: number, rate: number): SequentialDesign => {
    const rule = rules.toxicityStop.create({ ...endpoint, prior, limitRate, certainty, looks }, size);
    return sequentialDesign(rule, size, rate, () => true);
  };
  const certainty = leastCertainty((c) => at(c, limitRate).stopProbability, target);
  return { certainty, atLimit: at(certainty, limitRate), atWorse: at(certainty, worseRate) };
}
