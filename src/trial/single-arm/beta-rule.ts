import { type BetaPrior, betaPriorSchema, posteriorAbove, posteriorBelow } from '../beta-posterior.ts';
import type { Succeeds } from './one-stage.ts';

/** A beta prior of an event's rate, Jeffreys' unless given. */
export const betaPrior = (description: string) =>
  betaPriorSchema.describe(`${description}: events, patients without`).prefault({ a: 0.5, b: 0.5 });

/** A prior in words: `Beta(0.5, 0.5)`. */
export const priorWords = ({ a, b }: BetaPrior): string => `Beta(${a}, ${b})`;

/**
 * The rule that the event's rate is better than a target with a posterior probability of at least `certainty`.
 *
 * @param prior of the event's rate
 * @returns a rule of successes: events where the event is good, else patients without it
 */
export function posteriorRule(
  prior: BetaPrior,
  target: number,
  certainty: number,
  eventIsGood: boolean,
): Succeeds {
  // P(rate better than the target | x of n) ≥ certainty
  return eventIsGood
    ? (successes, size) => posteriorAbove(prior, successes, size, target) >= certainty
    : (successes, size) => posteriorBelow(prior, size - successes, size, target) >= certainty;
}
