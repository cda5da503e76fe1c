import { describe, expect, it } from 'vitest';
import { createColumnStore } from '../../src/engine/column-store.ts';
import type { Batch } from '../../src/engine/plan.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import { readChange, readScenario } from '../../src/scenario/read-scenario.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const replicates = (from: number, to: number): Batch => ({ kind: 'replicates', truth: 0, from, to });
const ofReplicates = [replicates(0, 30), replicates(30, 60), replicates(60, 70), replicates(70, 80)];
const ofWorlds: Batch[] = [
  { kind: 'worlds', from: 1, to: 4 },
  { kind: 'worlds', from: 4, to: 7 },
];

/** Worlds, looks and times: columns begin as 0 and as NaN, and are as many as in the batch before, or not. */
const shipped: Record<string, readonly Batch[]> = {
  mc1973: [...ofWorlds, ...ofReplicates],
  'control-rate-wrong': ofReplicates,
  'sts-log-rank': ofReplicates,
};

describe('columns that batches write over', () => {
  it.each(Object.entries(shipped))('hold for %s what new ones hold', (name, batches) => {
    const sets = batches.includes(ofWorlds[0]) ? ['simulation.worlds=6'] : [];
    const { scenario } = readScenario(
      shippedText(name),
      name,
      sets.map((s) => readChange(s)),
    );
    const fresh = createBatchRunner(scenario);
    const reusing = createBatchRunner(scenario, createColumnStore());
    for (const batch of batches) expect(reusing(batch)).toEqual(fresh(batch));
  });

  it('are the same memory where they are as many', () => {
    const { scenario } = readScenario(shippedText('mc1973'), 'x', []);
    const run = createBatchRunner(scenario, createColumnStore());
    const [first, second, third] = ofReplicates.map((batch) => {
      const result = run(batch);
      return result.kind === 'replicates' && result.columns.passes;
    });
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});
