import { describe, expect, it } from 'vitest';
import { truthBlocks } from '../../../src/report/equations/truth-blocks.ts';
import { equationsSection } from '../../../src/report/sections/equations.ts';
import { readShipped } from '../../fixtures/scenario-text.ts';
import { makeResult, TWO_ARMS } from '../make-result.ts';

const equationsOf = (name: string): readonly string[] =>
  truthBlocks(readShipped(name).scenario.truth, 'truth', 'Truth').flatMap(({ equations }) => equations);

describe('equations of endpoints', () => {
  it('say what the rate of an anchor is of: control at its time, or a complication', () => {
    expect(equationsOf('sts-5x6-vs-25x2')).toContain('E[LC(t_a) | "anchor’s schedule"] = P_a');
    expect(equationsOf('mc1973')).toContain('E[P | "anchor’s schedule"] = P_a');
  });

  it('are not set again for a truth that changes nothing in them', async () => {
    const result = await makeResult(
      TWO_ARMS.replace(
        '  plannedRates:',
        '  late:\n    truth.localControl.latency.logNormal.medianYears: 2\n  plannedRates:',
      ),
    );
    const { source } = equationsSection(result);
    expect([...source.matchAll(/<div class="equation"><math[^>]*data-text="LC_∞ = /g)]).toHaveLength(1);
  });
});
