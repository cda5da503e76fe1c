import type { Answer } from '../calculators/definition.ts';
import { percentWords } from '../percent-words.ts';
import { exactLadder } from './exact-ladder.ts';
import { examinedAnswer } from './examined-answer.ts';
import { ruleOfSix } from './rule-of-six.ts';
import { escalationProbability } from './three-plus-three-escalation.ts';

/** A question about a 3+3 design; levels count from 1. */
export interface RuleOfSixQuestion {
  readonly rates: readonly number[];
  readonly target: number;
  readonly startLevel: number;
  readonly threeAreEnough: boolean;
}

/** Answers what a 3+3 design does at true rates, by enumeration. */
export function answerRuleOfSix({ rates, target, startLevel, threeAreEnough }: RuleOfSixQuestion): Answer {
  const method = ruleOfSix({ startLevel, sixAtRecommended: !threeAreEnough }, rates.length);
  const characteristics = exactLadder(method, rates, target, Infinity)!;
  const examined = examinedAnswer({ kind: 'exact', characteristics }, rates, target);
  const passes = rates.map(escalationProbability);
  return {
    variant: [
      'Three patients at a level, three more after one toxicity; up after none of three or one of six, down after two.',
      threeAreEnough
        ? 'A level is recommended after three patients without toxicity, or six with one.'
        : 'A level is recommended only after six patients, with one toxicity at most.',
      examined.variant,
    ],
    rows: [
      ...passes.map((exact, level) => ({
        label: `Level ${level + 1} (${percentWords(rates[level])}): passed where it is tried`,
        kind: 'probability' as const,
        exact,
      })),
      ...examined.rows,
    ],
    numbers: { passes, characteristics: examined.numbers },
    sentence: `A 3+3 design on ${rates.length} levels, from level ${startLevel} on, treats ${method.maximumSize} patients at most. ${examined.sentence}`,
  };
}
