import { binomialProbabilities } from '../../numeric/binomial-probabilities.ts';
import { enumerateLadder } from '../ladder/enumerate-ladder.ts';
import { sumOf } from '../ladder/ladder-characteristics.ts';
import type { Escalation, EscalationPlan, Expansion } from './escalation.ts';
import {
  escalationFigures,
  expectedHarm,
  figuresOn,
  isTooToxic,
  type KnownLevels,
  readFigures,
} from './escalation-figures.ts';

/** What a plan does, exactly. */
export interface ExactPlan {
  /** In the order of {@link escalationFigures}. */
  readonly figures: readonly number[];
  /** Probabilities that the claim of the expansion passes, and that it does at a level that is not acceptable. */
  readonly expansion?: { readonly passes: number; readonly passesTooToxic: number };
}

/** P(the claim of an expansion passes) where the event that it counts has a rate. */
function passingProbability({ patients, claim }: Expansion, rate: number): number {
  const { first, probabilities } = binomialProbabilities(patients, rate);
  return probabilities.reduce((sum, p, i) => (claim.passes(0, 0, first + i, patients) ? sum + p : sum), 0);
}

/**
 * What a plan does by enumeration of every course of its trial.
 *
 * @param expansionRates rates by level of the event that the expansion counts; empty without one
 * @returns undefined where the method does not wait for windows, a safety rule looks at time, or there are too many courses
 */
export function exactPlan(
  { safety, expansion }: Escalation,
  { method, waits }: EscalationPlan,
  known: KnownLevels,
  expansionRates: readonly number[],
): ExactPlan | undefined {
  if (!waits || safety) return undefined;
  const figures = new Array<number>(figuresOn(method.levels)).fill(0);
  const isWhole = enumerateLadder(method, known.withinWindow, (ended, probability) => {
    escalationFigures(ended, known, expectedHarm(ended, known)).forEach((figure, i) => {
      figures[i] += probability * figure;
    });
  });
  if (!isWhole) return undefined;
  if (!expansion) return { figures };
  const { recommended } = readFigures(figures, method.levels);
  const passing = expansionRates.map(
    (rate, level) => recommended[level] * passingProbability(expansion, rate),
  );
  return {
    figures,
    expansion: {
      passes: sumOf(passing),
      passesTooToxic: sumOf(passing.filter((_, level) => isTooToxic(known, level))),
    },
  };
}
