import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchWeights } from '../../src/engine/batch-weight.ts';
import { dealShards } from '../../src/engine/deal-shards.ts';
import { planBatches } from '../../src/engine/plan.ts';
import { readShipped } from '../fixtures/scenario-text.ts';

/** Shards as they are found by looking for the least load each time. */
function dealPlainly(weights: readonly number[], count: number): number[] {
  const loads = Array.from({ length: count }, () => 0);
  const shards: number[] = [];
  for (const index of weights.map((_, i) => i).sort((a, b) => weights[b] - weights[a] || a - b)) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] += weights[index];
    shards[index] = least + 1;
  }
  return shards;
}

describe('dealShards', () => {
  const anyWeights = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 80 });

  it('gives each batch to the shard that has least, as plain search finds it', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 20 }), (weights, count) => {
        expect([...dealShards(weights, count)]).toEqual(dealPlainly(weights, count));
      }),
    );
  });

  it('balances: no two shards differ by more than the heaviest batch', () => {
    fc.assert(
      fc.property(anyWeights, fc.integer({ min: 1, max: 20 }), (weights, count) => {
        const loads = Array.from({ length: count }, () => 0);
        for (const [index, shard] of dealShards(weights, count).entries()) loads[shard - 1] += weights[index];
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(0, ...weights));
      }),
    );
  });

  it('spreads each kind of batch of a run over all shards', () => {
    const { scenario } = readShipped('sts-5x6-vs-25x2');
    const batches = planBatches(scenario);
    const weights = batchWeights(batches, scenario);
    const shards = dealShards(weights, 4);
    for (const kind of ['replicates', 'worlds']) {
      const counts = [1, 2, 3, 4].map(
        (shard) => batches.filter((batch, i) => batch.kind === kind && shards[i] === shard).length,
      );
      // Loads differ by the heaviest batch at most, before a kind is dealt out and after
      const weight = weights[batches.findIndex((batch) => batch.kind === kind)];
      const bound = (2 * Math.max(...weights)) / weight;
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(bound);
      expect(Math.min(...counts)).toBeGreaterThan(bound);
    }
  });
});
