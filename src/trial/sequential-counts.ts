import { binomialProbabilities } from '../numeric/binomial-probabilities.ts';
import type { Verdict } from './rules/definition.ts';
import type { Stage } from './stages.ts';

/** One arm whose patients come one after another. */
export interface SequentialArm {
  /** Patients at most. */
  readonly size: number;
  /** Probability that a patient can be evaluated. */
  readonly evaluable: number;
  /** P(event) of one or two endpoints. */
  readonly rates: readonly number[];
  /** P(both events); needed with two endpoints. */
  readonly both?: number;
}

/** Probability of each way to stop at one look. */
export type StageStops = Readonly<Record<Verdict, number>>;

/** Terms of the number of evaluable patients rarer than this times the commonest are left out. */
const EVALUABLE_CUT = 1e-15;

/**
 * Exact law of one arm's event counts under interim looks, by dynamic programming over its evaluable patients: the state
 * is the number of events of one or two endpoints, and a look takes out what it stops.
 *
 * @param verdictAt the verdict of a stage at so many events of the first and second endpoint
 * @param atEnd called with every end that no look has stopped: evaluable patients, events, probability
 * @returns by stage, the probability of stopping there
 */
export function sequentialCounts(
  { size, evaluable, rates, both = 0 }: SequentialArm,
  stages: readonly Stage[],
  verdictAt: (stage: number, first: number, second: number) => Verdict | undefined,
  atEnd: (evaluable: number, first: number, second: number, probability: number) => void,
): StageStops[] {
  const [first, second = 0] = rates;
  const isPair = rates.length > 1;
  const width = isPair ? size + 1 : 1;
  const state = new Float64Array((size + 1) * width);
  state[0] = 1;
  const total = binomialProbabilities(size, evaluable, EVALUABLE_CUT);
  const ends = (count: number): number => total.probabilities[count - total.first] ?? 0;
  const reaches = (count: number): number => {
    let sum = 0;
    for (let e = Math.max(count, total.first); e <= size; e++) sum += ends(e);
    return Math.min(1, sum);
  };
  const cells = isPair
    ? [1 - first - second + both, second - both, first - both, both].map((p) => Math.max(0, p))
    : [1 - first, 0, first, 0];
  const stops = stages.map(() => ({ efficacy: 0, futility: 0, harm: 0 }));
  let next = 0;
  for (let seen = 0; ; seen++) {
    for (; next < stages.length && stages[next].patients === seen; next++)
      takeOut(state, width, seen, isPair, reaches(seen), next, verdictAt, stops[next]);
    const weight = ends(seen);
    if (weight > 0)
      for (let i = 0; i <= seen; i++)
        for (let j = 0; j <= (isPair ? seen : 0); j++) {
          const probability = state[i * width + j];
          if (probability > 0) atEnd(seen, i, j, weight * probability);
        }
    if (seen === size) return stops;
    addPatient(state, width, seen, isPair, cells);
  }
}

/** Moves the probability of states that a look stops into its tally. */
function takeOut(
  state: Float64Array,
  width: number,
  seen: number,
  isPair: boolean,
  reached: number,
  stage: number,
  verdictAt: (stage: number, first: number, second: number) => Verdict | undefined,
  stops: Record<Verdict, number>,
): void {
  for (let i = 0; i <= seen; i++) {
    for (let j = 0; j <= (isPair ? seen : 0); j++) {
      const verdict = verdictAt(stage, i, j);
      if (verdict === undefined) continue;
      stops[verdict] += reached * state[i * width + j];
      state[i * width + j] = 0;
    }
  }
}

/** P′(i, j) = P(i, j)·p₀₀ + P(i, j − 1)·p₀₁ + P(i − 1, j)·p₁₀ + P(i − 1, j − 1)·p₁₁, in place. */
function addPatient(
  state: Float64Array,
  width: number,
  seen: number,
  isPair: boolean,
  [none, onlySecond, onlyFirst, bothEvents]: readonly number[],
): void {
  for (let i = seen + 1; i >= 0; i--) {
    for (let j = isPair ? seen + 1 : 0; j >= 0; j--) {
      const at = i * width + j;
      let probability = state[at] * none;
      if (j > 0) probability += state[at - 1] * onlySecond;
      if (i > 0) probability += state[at - width] * onlyFirst;
      if (i > 0 && j > 0) probability += state[at - width - 1] * bothEvents;
      state[at] = probability;
    }
  }
}
