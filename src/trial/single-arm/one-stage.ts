import { binomialUpperTail } from '../../numeric/binomial-law.ts';
import type { SuccessRates } from './success-rates.ts';

/** Whether so many successes of `size` patients are enough; monotone in the successes. */
export type Succeeds = (successes: number, size: number) => boolean;

/** One arm analysed once, with its exact errors. */
export interface OneStageDesign {
  readonly size: number;
  /** The fewest successes that are enough; `size` + 1 where none are. */
  readonly cutOff: number;
  /** P(success of the trial) at the null rate. */
  readonly typeIError: number;
  /** P(success of the trial) at the alternative rate. */
  readonly power: number;
}

/** The fewest successes that are enough among `size` patients, by bisection; `size` + 1 where none are. */
export function cutOffOf(succeeds: Succeeds, size: number): number {
  let [low, high] = [0, size + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (succeeds(middle, size)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A design of known cut-off, with its exact errors by binomial tails. */
export function oneStageDesign(size: number, cutOff: number, rates: SuccessRates): OneStageDesign {
  return {
    size,
    cutOff,
    typeIError: binomialUpperTail(cutOff, size, rates.nullSuccess),
    power: binomialUpperTail(cutOff, size, rates.alternativeSuccess),
  };
}
