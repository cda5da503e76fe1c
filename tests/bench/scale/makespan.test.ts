import { describe, expect, it } from 'vitest';
import { ASSUMED, type Attempt } from './fleet.ts';
import { dynamicMakespan, type ShardedRun, staticMakespan } from './makespan.ts';

const { startSeconds, requeueSeconds } = ASSUMED;
const sound: Attempt = { work: 1, failsAfterSeconds: Infinity };
const run = (given: Partial<ShardedRun>): ShardedRun => ({
  shards: 4,
  shardSeconds: 9,
  cores: Float64Array.of(1, 1),
  attempt: () => sound,
  ...given,
});
const one = startSeconds + 9;

describe('seconds until all shards are done', () => {
  it('of equal shards and cores: rounds of one shard each', () => {
    expect(staticMakespan(run({}))).toBe(2 * one);
    expect(dynamicMakespan(run({}))).toBe(2 * one);
    expect(dynamicMakespan(run({ shards: 5 }))).toBe(3 * one);
  });

  it('a slow core does all that it was dealt, but takes fewer when free', () => {
    const slow = run({ shards: 8, cores: Float64Array.of(1, 3) });
    expect(staticMakespan(slow)).toBe(4 * 3 * one);
    // The slow core does two, by 6; the other six, by 6
    expect(dynamicMakespan(slow)).toBe(6 * one);
  });

  it('a shard that fails is done again after it was queued again', () => {
    const failing = run({
      shards: 2,
      attempt: (shard, tries) => ({ work: 1, failsAfterSeconds: shard === 0 && tries === 0 ? 4 : Infinity }),
    });
    expect(staticMakespan(failing)).toBe(4 + requeueSeconds + one);
    expect(dynamicMakespan(failing)).toBe(4 + requeueSeconds + one);
  });

  it('while a failed shard waits, a free core takes others', () => {
    const failing = run({
      shards: 6,
      cores: Float64Array.of(1),
      attempt: (shard, tries) => ({ work: 1, failsAfterSeconds: shard === 0 && tries === 0 ? 4 : Infinity }),
    });
    expect(dynamicMakespan(failing)).toBe(4 + 6 * one);
    expect(staticMakespan(failing)).toBe(4 + requeueSeconds + 6 * one);
  });
});
