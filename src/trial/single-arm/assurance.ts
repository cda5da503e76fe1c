import { atMost1 } from '../../numeric/at-most-1.ts';
import {
  type BetaPrior,
  betaBinomialProbabilities,
  posteriorAbove,
  posteriorBelow,
} from '../beta-posterior.ts';
import type { OneStageDesign } from './one-stage.ts';

/** What a design promises while its true rate is uncertain. */
export interface OneStageAssurance {
  /** P(success of the trial). */
  readonly assurance: number;
  /** P(the true rate is better than the null rate): no size buys past it. */
  readonly ceiling: number;
  /** P(success, and the true rate is better than the null rate). */
  readonly successAndTrue: number;
  /** P(success, and it is not). */
  readonly successAndFalse: number;
}

/**
 * Assurance of a one-stage design whose true event rate is beta, by the beta-binomial law of its count.
 *
 * @see O’Hagan, Stevens & Campbell 2005, Pharmaceutical Statistics 4:187
 */
export function oneStageAssurance(
  { size, cutOff }: OneStageDesign,
  prior: BetaPrior,
  nullRate: number,
  eventIsGood: boolean,
): OneStageAssurance {
  const better = eventIsGood ? posteriorAbove : posteriorBelow;
  let [assurance, successAndTrue] = [0, 0];
  betaBinomialProbabilities(size, prior).forEach((probability, events) => {
    if ((eventIsGood ? events : size - events) < cutOff) return;
    assurance += probability;
    // P(X = x)·P(rate better | x)
    successAndTrue += probability * better(prior, events, size, nullRate);
  });
  assurance = atMost1(assurance);
  successAndTrue = Math.min(assurance, successAndTrue);
  return {
    assurance,
    ceiling: better(prior, 0, 0, nullRate),
    successAndTrue,
    successAndFalse: assurance - successAndTrue,
  };
}
