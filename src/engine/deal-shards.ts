/** Most shards of a run: more than clusters start jobs. */
export const MOST_SHARDS = 1_000_000;

/** One of the parts that a run is divided into. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  /** From 1 to {@link MOST_SHARDS}. */
  readonly count: number;
}

/**
 * Deals batches out to shards: the heaviest first, each to the shard that has least so far, the first of those that have
 * equally little. A pure function, so that every machine finds the same; weights of two shards differ by no more than
 * that of the heaviest batch, and each kind of batch is spread over all shards.
 *
 * @param weights one a batch, > 0
 * @param count number of shards, >= 1
 * @returns the index of each batch's shard, from 1
 */
export function dealShards(weights: readonly number[], count: number): Uint32Array {
  const heaviestFirst = weights.map((_, index) => index).sort((a, b) => weights[b] - weights[a] || a - b);
  const loads = new Float64Array(count);
  // A heap of shards, the one that is next on top
  const heap = Uint32Array.from(loads, (_, shard) => shard);
  const isBefore = (a: number, b: number): boolean => loads[a] < loads[b] || (loads[a] === loads[b] && a < b);
  const sinkTop = (): void => {
    const shard = heap[0];
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], shard)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = shard;
  };
  const shards = new Uint32Array(weights.length);
  for (const index of heaviestFirst) {
    shards[index] = heap[0] + 1;
    loads[heap[0]] += weights[index];
    sinkTop();
  }
  return shards;
}
