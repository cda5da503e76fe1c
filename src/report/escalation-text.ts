import type { EscalationResult } from '../engine/escalation-result.ts';
import { burdenLines } from './burden-text.ts';
import { captionedLines } from './captioned-table.ts';
import { escalationAnswer } from './escalation-answer.ts';
import { recommendedTable, truthEscalationTables } from './escalation-tables.ts';
import { laddersAim } from './escalation-words.ts';
import { headText } from './head-text.ts';
import { wrapLines } from './wrap-lines.ts';

/** The answer of a run of dose escalation for a terminal; numbers after ± are Monte Carlo standard errors. */
export function escalationText(result: EscalationResult): string[] {
  const [planned, ...others] = result.truths;
  return [
    ...headText(result, (n) => `at most ${n} patients`),
    ...wrapLines(`Aim: ${laddersAim(result)}.`),
    ...(result.escalation.safety === null ? [] : wrapLines(`Safety: ${result.escalation.safety}.`)),
    '',
    ...escalationAnswer(result).flatMap((sentence) => wrapLines(sentence)),
    ...truthEscalationTables(result, planned).flatMap(captionedLines),
    ...others.flatMap((truth) => captionedLines(recommendedTable(result, truth))),
    ...burdenLines(result),
    '',
    ...wrapLines(
      'Numbers without ± are exact: every course of the trial is enumerated, where a method waits for its windows and no safety rule looks at time. Right: the highest acceptable level, or none where none is.',
    ),
  ];
}
