import type { AnswerRow } from '../calculators/definition.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { probabilityRow } from './probability-row.ts';
import type { SequentialDesign } from './sequential-design.ts';

/** How often a rule stops a trial at one true rate, and how many patients that takes. */
export function stopRows(
  { rate, stopProbability, expectedSize }: SequentialDesign,
  stops: string,
): AnswerRow[] {
  const at = `rate ${percentWords(rate)}`;
  return [
    probabilityRow(`${stops}, ${at}`, stopProbability),
    { label: `Expected patients, ${at}`, kind: 'mean', exact: expectedSize },
  ];
}

/** The same in a sentence. */
export function stopSentence({ rate, stopProbability, expectedSize }: SequentialDesign): string {
  return `At a true rate of ${percentWords(rate)} it stops with probability ${exactPercentWords(stopProbability)}, after ${expectedSize.toFixed(1)} patients on average.`;
}
