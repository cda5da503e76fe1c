import { logitBetaQuantileAtScore } from '../numeric/beta-law.ts';
import { expit } from '../numeric/logit.ts';
import { normalQuadrature } from '../numeric/normal-quadrature.ts';
import { type BetaPrior, posteriorAbove, posteriorBelow } from './beta-posterior.ts';

/** Nodes a unit of the normal score, as a power of two: 16 move the probability by less than 1e-9 against 32. */
const LEVEL = 4;

/**
 * P(the new rate is better than the earlier one, or less than a margin worse | data), both rates beta.
 *
 * @param prior of either rate, before its own data
 * @param earlierEvents of `earlierSize` patients in the earlier series
 * @returns a function of the events and the size of the new series; each pair is worked out once
 */
export function createHistoryComparison(
  prior: BetaPrior,
  earlierEvents: number,
  earlierSize: number,
  margin: number,
  eventIsGood: boolean,
): (events: number, size: number) => number {
  const { nodes, weights } = normalQuadrature(LEVEL);
  const [a, b] = [prior.a + earlierEvents, prior.b + earlierSize - earlierEvents];
  const limits = nodes.map((score) => {
    const earlier = expit(logitBetaQuantileAtScore(score, a, b));
    return eventIsGood ? earlier - margin : earlier + margin;
  });
  const better = eventIsGood ? posteriorAbove : posteriorBelow;
  const memory = new Map<string, number>();
  return (events, size) => {
    const key = `${events}/${size}`;
    const known = memory.get(key);
    if (known !== undefined) return known;
    let sum = 0;
    // ∫ P(new rate better than q ∓ δ | x of n) dF(q), F the earlier rate's posterior
    for (let i = 0; i < nodes.length; i++) sum += weights[i] * better(prior, events, size, limits[i]);
    memory.set(key, sum);
    return sum;
  };
}
