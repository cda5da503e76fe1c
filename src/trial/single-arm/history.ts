import { logitBetaQuantileAtScore } from '../../numeric/beta-law.ts';
import { binomialUpperTail } from '../../numeric/binomial-law.ts';
import { expit } from '../../numeric/logit.ts';
import { normalQuadrature } from '../../numeric/normal-quadrature.ts';
import type { BetaPrior } from '../beta-posterior.ts';
import type { OneStageDesign } from './one-stage.ts';

/** Nodes a unit of the normal score, as a power of two: the mean moves by less than 1e-10 against twice as many. */
const LEVEL = 5;

/** An earlier series that a new arm is to be better than, or at most a margin worse. */
export interface History {
  readonly events: number;
  readonly patients: number;
  readonly margin: number;
  /** Of the rate, before the series. */
  readonly prior: BetaPrior;
  readonly eventIsGood: boolean;
}

/** The rate at which the new arm is just not better, if the earlier rate is `earlier`. */
export function limitOf({ margin, eventIsGood }: History, earlier: number): number {
  return eventIsGood ? earlier - margin : earlier + margin;
}

/**
 * P(a one-stage design succeeds) if the new rate is at the limit of the earlier one, averaged over what the earlier series
 * leaves open of its own rate: the type I error that such a trial has on average.
 */
export function typeIErrorOverHistory({ size, cutOff }: OneStageDesign, history: History): number {
  const { events, patients, prior, eventIsGood } = history;
  const { nodes, weights } = normalQuadrature(LEVEL);
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    const earlier = expit(logitBetaQuantileAtScore(nodes[i], prior.a + events, prior.b + patients - events));
    const limit = Math.min(1, Math.max(0, limitOf(history, earlier)));
    // ∫ P(X ≥ c | p = q ∓ δ) dF(q), F the earlier rate's posterior
    sum += weights[i] * binomialUpperTail(cutOff, size, eventIsGood ? limit : 1 - limit);
  }
  return sum;
}
