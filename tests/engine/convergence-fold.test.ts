import { describe, expect, it } from 'vitest';
import { convergencePoints, createConvergenceFold } from '../../src/engine/convergence-fold.ts';
import { mergeResults } from '../../src/engine/merge-results.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { STATED_RATES } from '../report/make-result.ts';

describe('numbers of replicates at which the running estimate is kept', () => {
  it.each([1, 2, 9, 10, 11, 37, 300, 20_000, 4_000_000_000])(
    'rise to all of %d, at most 20',
    (replicates) => {
      const points = convergencePoints(replicates);
      expect(points.at(-1)).toBe(replicates);
      expect(points[0]).toBe(Math.min(10, replicates));
      expect(points.length).toBeLessThanOrEqual(20);
      for (let i = 1; i < points.length; i++) expect(points[i]).toBeGreaterThan(points[i - 1]);
    },
  );

  it('are evenly spaced on a logarithmic scale where there are many', () => {
    const points = convergencePoints(20_000);
    const ratio = Math.exp(Math.log(20_000 / 10) / 19);
    // Rounding to whole numbers moves each by at most a half
    for (let i = 1; i < points.length; i++)
      expect(Math.abs(points[i] - ratio * points[i - 1])).toBeLessThan(0.5 + 0.5 * ratio + 1e-9);
  });
});

describe('counts of successes', () => {
  it('are those of the first replicates', () => {
    const fold = createConvergenceFold(40);
    const flags = Array.from({ length: 40 }, (_, i) => (i * i) % 7 === 2);
    for (const flag of flags) fold.add(flag);
    const { replicates, successes } = fold.result();
    expect(successes).toEqual(replicates.map((upTo) => flags.slice(0, upTo).filter(Boolean).length));
  });

  it('end at the power that the result states, under every truth, and hang on no limit of a batch', async () => {
    const { scenario, results, result } = await runInline(STATED_RATES, 'simulation.replicates=2500');
    for (const { convergence, operatingCharacteristics } of result.truths) {
      const { replicates, successes } = convergence;
      expect(replicates.at(-1)).toBe(2500);
      expect(successes.at(-1)! / 2500).toBe(operatingCharacteristics.power.estimate);
      expect(successes).toHaveLength(replicates.length);
    }
    // More than one batch a truth, so that counts cross their limits
    expect(results.filter(({ kind }) => kind === 'replicates').length).toBeGreaterThan(result.truths.length);
    expect((await mergeResults(scenario, results, [])).truths).toEqual(result.truths);
    const { result: fewer } = await runInline(
      STATED_RATES,
      `simulation.replicates=${result.truths[0].convergence.replicates[15]}`,
    );
    expect(fewer.truths.map(({ convergence }) => convergence.successes.at(-1))).toEqual(
      result.truths.map(({ convergence }) => convergence.successes[15]),
    );
  });
});
