import type { AimResult } from '../engine/aim-result.ts';
import { aimAnswer } from './aim-answer.ts';
import {
  boundingTable,
  costTable,
  errorsTable,
  estimatesTable,
  setsTable,
  signsTable,
} from './aim-tables.ts';
import { burdenLines } from './burden-text.ts';
import { captionedLines } from './captioned-table.ts';
import { headText } from './head-text.ts';
import { wrapLines } from './wrap-lines.ts';

/** The answer of a run with an aim for a terminal, within 100 columns unless names are long; numbers after ± are Monte Carlo standard errors. */
export function aimText(result: AimResult): string[] {
  return [
    ...headText(result),
    ...wrapLines(`Aim: ${result.aim.sentence}.`),
    '',
    ...aimAnswer(result).flatMap((sentence) => wrapLines(sentence)),
    ...captionedLines(costTable(result, result.truths[0])),
    ...captionedLines(boundingTable(result, true)),
    ...captionedLines(estimatesTable(result)),
    ...captionedLines(errorsTable(result)),
    ...captionedLines(setsTable(result, true)),
    ...captionedLines(signsTable(result)),
    ...burdenLines(result),
    '',
    ...wrapLines(
      'Expected values are normal approximations from the expected failures; what is called exact is exact. Limit: what the estimate tends to with ever more patients.',
    ),
  ];
}
