import { expect, it } from 'vitest';
import type { RunResult } from '../../../src/engine/result.ts';
import type { StageView } from '../../../src/explorer/explore-event.ts';
import { comparisonWords } from '../../../src/explorer/page/comparison-words.ts';
import { UNEXPLORED } from '../../../src/explorer/page/exploration.ts';
import type { KeptSetting } from '../../../src/explorer/page/page-state.ts';

it('says what a comparison finds, or waits for, or why there is none', () => {
  const pending: KeptSetting = { scenario: { file: 'x.yaml', text: '' } };
  const kept: KeptSetting = { ...pending, result: {} as RunResult };
  const problems = [{ message: 'no', text: 'no' }];
  const aim = { isLast: true, result: { aim: {} } } as unknown as StageView;
  const words = [
    comparisonWords(undefined, { ...pending, failure: 'too large' }, UNEXPLORED),
    comparisonWords(undefined, pending, UNEXPLORED),
    comparisonWords(undefined, kept, UNEXPLORED),
    comparisonWords(undefined, kept, { ...UNEXPLORED, problems }),
    comparisonWords(undefined, kept, { ...UNEXPLORED, stage: aim }),
    comparisonWords({ headline: 'Power rises' }, kept, UNEXPLORED),
  ];
  expect(words[0]).toBe('The kept setting cannot be compared: too large.');
  expect(words[1]).toMatch(/kept setting first …$/);
  expect(words[2]).toMatch(/^Simulating .* …$/);
  expect(words[3]).toContain('no answer');
  expect(words[4]).toContain('no claim');
  expect(words[5]).toBe('Power rises.');
});
