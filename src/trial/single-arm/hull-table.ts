import type { AnswerTable } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import type { AdmissibleDesign } from './admissible-designs.ts';
import type { TwoStagePlan } from './simon-answer.ts';

/** Every admissible design in a row, from minimax to optimal. */
export function hullTable(
  hull: readonly AdmissibleDesign[],
  { oneSidedAlpha, power }: Pick<TwoStagePlan, 'oneSidedAlpha' | 'power'>,
): AnswerTable {
  return {
    caption:
      'Admissible designs; r₁ and r count successes, E[N] and stops after the first stage are at the null rate:',
    columns: ['r₁/n₁', 'r/n', 'E[N]', 'stops', 'type I error', 'power', 'best for q'],
    rows: hull.map(({ design, weightFrom, weightTo }) => [
      `${design.firstAtMost}/${design.firstSize}`,
      `${design.atMost}/${design.size}`,
      design.expectedSize.toFixed(1),
      exactPercentWords(design.stopProbability),
      exactPercentWords(design.typeIError, oneSidedAlpha),
      exactPercentWords(design.power, power),
      `${weightFrom.toFixed(3)} to ${weightTo.toFixed(3)}`,
    ]),
  };
}
