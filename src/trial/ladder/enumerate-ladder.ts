import { binomialProbabilities } from '../../numeric/binomial-probabilities.ts';
import type { FinishedLadder } from './ladder-characteristics.ts';
import type { LadderDecision, LadderMethod } from './ladder-method.ts';
import { afterGroup, emptyLadder, type LadderState } from './ladder-state.ts';

/** Counts and the next group, with the probability of coming there. */
interface Node {
  readonly state: LadderState;
  readonly next: LadderDecision;
  probability: number;
}

/** More states between two groups than this are not enumerated. */
export const MOST_STATES = 50_000;

/** What of a state the future depends on: counts by level, and what is done next. */
const keyOf = ({ treated, toxic }: LadderState, next: LadderDecision): string =>
  String.fromCharCode(...treated, ...toxic, next.kind === 'treat' ? next.level : treated.length);

/**
 * Calls `visit` with every way in which a trial can end, all windows being over at each decision: courses of the trial that
 * have the same counts and the same next level are taken together, group by group.
 *
 * @param rates true rates of toxicity by level
 * @param mostStates between two groups
 * @returns whether all of them were visited; not where there are more states
 */
export function enumerateLadder(
  method: LadderMethod,
  rates: readonly number[],
  visit: (finished: FinishedLadder, probability: number) => void,
  mostStates = MOST_STATES,
): boolean {
  const start = emptyLadder(rates.length);
  let nodes: Iterable<Node> = [{ state: start, next: method.decide(start), probability: 1 }];
  for (let size = 1; size > 0; ) {
    const later = new Map<string, Node>();
    for (const node of nodes) {
      const { state, next, probability } = node;
      if (next.kind === 'treat') expand(node, next, method, rates, later);
      else visit({ ...state, recommended: next.recommended }, probability);
      if (later.size > mostStates) return false;
    }
    size = later.size;
    nodes = later.values();
  }
  return true;
}

/** Adds what one more group leads to. */
function expand(
  { state, probability }: Node,
  { level, patients }: { readonly level: number; readonly patients: number },
  method: LadderMethod,
  rates: readonly number[],
  later: Map<string, Node>,
): void {
  const { first, probabilities } = binomialProbabilities(patients, rates[level], 0);
  probabilities.forEach((share, i) => {
    const after = afterGroup(state, { level, size: patients, toxic: first + i });
    const next = method.decide(after);
    const key = keyOf(after, next);
    const known = later.get(key);
    if (known === undefined) later.set(key, { state: after, next, probability: probability * share });
    else known.probability += probability * share;
  });
}
