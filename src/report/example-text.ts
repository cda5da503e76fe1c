import type { TrialStory } from '../engine/trial-story.ts';
import { exampleNarrative } from './example-narrative.ts';
import { headline } from './example-words.ts';
import { wrapLines } from './wrap-lines.ts';

const item = (sentence: string): string[] => wrapLines(`- ${sentence}`, 100, '  ');

/** One simulated trial for a terminal, within 100 columns. */
export function exampleText(story: TrialStory): string[] {
  const { accrual, rules, looks, decision, claims } = exampleNarrative(story);
  const block = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', ...lines]);
  return [
    ...wrapLines(story.title),
    ...wrapLines(`${headline(story)}.`),
    ...block(accrual.flatMap((sentence) => wrapLines(sentence))),
    ...block(rules.flatMap((sentence) => wrapLines(sentence))),
    ...looks.flatMap(item),
    ...block(wrapLines(decision)),
    ...claims.flatMap(item),
  ];
}
