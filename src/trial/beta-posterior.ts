import { betaCdf } from '../numeric/beta-law.ts';
import { positive, strict } from '../numeric/quantities.ts';

/** A beta law of an event's rate before the trial: like `a` events and `b` patients without, seen earlier. */
export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

/** A prior of fewer patients says nothing that one of so many does not; one of more leaves a trial nothing to say. */
const [FEWEST, MOST] = [1e-6, 1e6];
const seen = (description: string) => positive(description).min(FEWEST).max(MOST);

/** A beta prior, as scenarios write it. */
export const betaPriorSchema = strict({
  a: seen('events that the prior counts as seen'),
  b: seen('patients without the event that the prior counts as seen'),
});

/** P(rate > target | `events` of `size`), the rate's prior being beta. */
export function posteriorAbove({ a, b }: BetaPrior, events: number, size: number, target: number): number {
  // 1 − I_t(a + x, b + n − x) = I_{1−t}(b + n − x, a + x)
  return betaCdf(1 - target, b + size - events, a + events);
}

/** P(rate < target | `events` of `size`), the rate's prior being beta. */
export function posteriorBelow({ a, b }: BetaPrior, events: number, size: number, target: number): number {
  return betaCdf(target, a + events, b + size - events);
}

/** Probabilities of 0 … `size` events of `size` patients whose common rate is beta(a, b). */
export function betaBinomialProbabilities(size: number, { a, b }: BetaPrior): Float64Array {
  const logs = new Float64Array(size + 1);
  // P(y + 1)/P(y) = (m − y)(a + y)/((y + 1)(b + m − y − 1))
  for (let y = 0; y < size; y++)
    logs[y + 1] = logs[y] + Math.log(((size - y) * (a + y)) / ((y + 1) * (b + size - y - 1)));
  const most = logs.reduce((x, y) => Math.max(x, y), -Infinity);
  const probabilities = logs.map((log) => Math.exp(log - most));
  const total = probabilities.reduce((x, y) => x + y, 0);
  return probabilities.map((term) => term / total);
}

/**
 * The probability, by what is known at an interim look, that the final analysis succeeds.
 *
 * @param events of `size` patients seen so far
 * @param maximum patients at the end, at least `size`
 * @param succeeds whether so many events of `maximum` are a success
 * @see Lee & Liu 2008, Clinical Trials 5:93
 */
export function predictiveProbability(
  prior: BetaPrior,
  events: number,
  size: number,
  maximum: number,
  succeeds: (events: number) => boolean,
): number {
  const posterior = { a: prior.a + events, b: prior.b + size - events };
  // Σ over y of BetaBinomial(y; N − n, a + x, b + n − x)·1[x + y succeeds]
  let sum = 0;
  betaBinomialProbabilities(maximum - size, posterior).forEach((probability, y) => {
    if (succeeds(events + y)) sum += probability;
  });
  return sum;
}
