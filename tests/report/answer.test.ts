import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { type Estimate, estimateProportion } from '../../src/numeric/monte-carlo.ts';
import { answer } from '../../src/report/answer.ts';
import { powerOverWorlds } from '../../src/report/charts/power-over-worlds.ts';
import { makeResult, TWO_ARMS } from './make-result.ts';

describe('what a ceiling means', () => {
  let result: RunResult;
  beforeAll(async () => {
    result = await makeResult(TWO_ARMS);
  });

  /** Answer and title of the chart where so many worlds give this ceiling. */
  function wordsOf(ceiling: Estimate, worlds: number): string {
    const changed = { ...result, worlds, assurance: { ...result.assurance!, ceiling } };
    return [...answer(changed), powerOverWorlds.content(changed)!.title].join('\n');
  }

  it('is certainty where it is exact, or its error small', () => {
    for (const [ceiling, worlds] of [
      [{ ...estimateProportion(10, 10), exact: 0.9999 }, 10],
      [estimateProportion(2000, 2000), 2000],
      [estimateProportion(4999, 5000), 5000],
    ] as const) {
      const words = wordsOf(ceiling, worlds);
      expect(words.match(/true in practically every world/g)).toHaveLength(2);
      expect(words).not.toContain('too few');
    }
  });

  it('is no certainty where few worlds, all of them true, leave the others open', () => {
    const words = wordsOf(estimateProportion(10, 10), 10);
    expect(words).not.toContain('practically every');
    expect(words).toContain(
      'The ceiling is 100.0 ± 6.6 %: every claim is true in each of the 10 worlds drawn, too few to say that it is in nearly all.',
    );
    expect(words).toContain('true in every world drawn, too few to say that it is in nearly all');
  });

  it('bounds success where some worlds are false', () => {
    for (const ceiling of [estimateProportion(9, 10), { ...estimateProportion(10, 10), exact: 0.9 }])
      expect(wordsOf(ceiling, 10)).toContain('no sample size buys rightful success past it');
  });
});
