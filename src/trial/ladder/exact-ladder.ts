import { enumerateLadder, MOST_STATES } from './enumerate-ladder.ts';
import { type LadderCharacteristics, ladderFigures, readCharacteristics } from './ladder-characteristics.ts';
import type { LadderMethod } from './ladder-method.ts';

/**
 * Characteristics of a method by enumeration, all windows being over at each decision.
 *
 * @param rates true rates of toxicity by level
 * @param target rate from which overdosing is reckoned
 * @param mostStates between two groups
 * @returns undefined where there are more of them
 */
export function exactLadder(
  method: LadderMethod,
  rates: readonly number[],
  target: number,
  mostStates = MOST_STATES,
): LadderCharacteristics | undefined {
  const means = new Array<number>(3 * rates.length + 6).fill(0);
  const isWhole = enumerateLadder(
    method,
    rates,
    (finished, probability) => {
      ladderFigures(finished, rates, target).forEach((figure, i) => {
        means[i] += probability * figure;
      });
    },
    mostStates,
  );
  return isWhole ? readCharacteristics(means, rates.length) : undefined;
}
