import { describe, expect, it } from 'vitest';
import { createColumnStore } from '../../src/engine/column-store.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

/** Worlds, looks and times: columns begin as 0 and as NaN, and are as many as in the batch before, or not. */
const shipped = {
  mc1973: ['simulation.worlds=60'],
  'control-rate-wrong': [],
  'sts-log-rank': [],
};

describe('columns that batches write over', () => {
  it.each(Object.entries(shipped))('hold for %s what new ones hold', (name, sets) => {
    const { scenario } = readScenario(
      shippedText(name),
      name,
      ['simulation.replicates=1500', ...sets].map((s) => readChange(s)),
    );
    const batches = planBatches(scenario).filter(({ kind }) => kind === 'replicates' || kind === 'worlds');
    const fresh = createBatchRunner(scenario);
    const reusing = createBatchRunner(scenario, createColumnStore());
    for (const batch of batches) expect(reusing(batch)).toEqual(fresh(batch));
  });

  it('are the same memory where they are as many', () => {
    const { scenario } = readScenario(shippedText('mc1973'), 'x', [readChange('simulation.replicates=1500')]);
    const run = createBatchRunner(scenario, createColumnStore());
    const passes = (from: number, to: number): unknown => {
      const result = run({ kind: 'replicates', truth: 0, from, to });
      return result.kind === 'replicates' && result.columns.passes;
    };
    expect(passes(0, 8)).toBe(passes(8, 16));
    expect(passes(16, 20)).not.toBe(passes(8, 16));
  });
});
