import type { Scenario } from '../scenario/scenario-schema.ts';
import { batchWeights } from './batch-weight.ts';
import { dealShards } from './deal-shards.ts';
import type { Batch } from './plan.ts';

/** Indices of the batches of a plan that each of so many shards does, the first shard's first; of some, none. */
export function shardIndices(batches: readonly Batch[], scenario: Scenario, count: number): number[][] {
  const indices = Array.from({ length: count }, (): number[] => []);
  for (const [index, shard] of dealShards(batchWeights(batches, scenario), count).entries())
    indices[shard - 1].push(index);
  return indices;
}
