import type { RunResult } from '../engine/result.ts';
import { percentWords } from '../trial/percent-words.ts';
import type { SequentialDesign } from '../trial/sequential-design.ts';
import { yearsWords } from '../trial/years-words.ts';
import { armLooksSentence } from './arm-looks-words.ts';
import { capitalised } from './endpoint-words.ts';
import { liveDesign } from './live-design.ts';
import { lookUnit, plannedLooks } from './sequential-looks.ts';

/** What the futility bounds are, and whether the level counts on them. */
export function futilityWords({ futilityLabel, plan }: SequentialDesign): string {
  return `${futilityLabel}, ${plan.spec.isBinding ? 'binding' : 'not binding'}`;
}

/** `looks at 24 and 35 of 47 failures; efficacy by …; futility by …` */
export function looksSentence(
  result: Pick<RunResult, 'scenario' | 'arms'>,
  sequential: SequentialDesign,
): string {
  const looks = plannedLooks(result);
  const counts = looks.slice(0, -1).map(({ count }) => count);
  const at = counts.join(', ').replace(/, ([^,]*)$/, ' and $1');
  const all = looks[looks.length - 1].count;
  const futility = sequential.futilityLabel
    ? `; futility by ${futilityWords(sequential)}`
    : '; no futility bounds';
  return `interim ${counts.length > 1 ? 'looks' : 'look'} at ${at} of ${all} ${lookUnit(sequential)}; efficacy by ${sequential.efficacyLabel}${futility}`;
}

/** How patients are followed and when two arms or more are looked at, one sentence each; none where nothing says so. */
export function conductSentences(result: Pick<RunResult, 'scenario' | 'arms'>): string[] {
  const { followUp, lostToFollowUp, sequential, armLooks } = liveDesign(result);
  return [
    ...(followUp ? [`Follow-up: ${followUp.sentence}.`] : []),
    ...(lostToFollowUp
      ? [
          `Lost to follow-up: ${percentWords(lostToFollowUp.probability)} by ${yearsWords(lostToFollowUp.byYears)}, whatever their outcome.`,
        ]
      : []),
    ...(armLooks ? [armLooksSentence(result)] : []),
    ...(sequential && plannedLooks(result).length > 1
      ? [`${capitalised(looksSentence(result, sequential))}.`]
      : []),
  ];
}
