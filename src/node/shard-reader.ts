import { closeSync, openSync } from 'node:fs';
import type { Batch } from '../engine/plan.ts';
import { requireResultOf } from '../engine/require-result-of.ts';
import { type BatchScan, createBatchReader } from './batch-file.ts';
import { type Place, recordKey } from './batch-record.ts';
import type { ReadBatch } from './replicate-table.ts';

/** A file that holds the batches of a shard. */
export interface ShardScan {
  readonly name: string;
  readonly path: string;
  readonly scan: BatchScan;
}

/**
 * Reads the batches of a plan from the files of its shards; columns are good until the next is read. A file is opened for each:
 * there may be more of them than can be open at once.
 */
export function createShardReader(batches: readonly Batch[], files: readonly ShardScan[]): ReadBatch {
  const places = new Map<string, { path: string; place: Place }>();
  for (const { path, scan } of files)
    for (const [key, place] of scan.places) places.set(key, { path, place });
  const read = createBatchReader();
  return (index) => {
    const found = places.get(recordKey(batches[index]));
    if (!found) throw new RangeError(`invalid index: ${index} (no shard holds its batch)`);
    const file = openSync(found.path, 'r');
    try {
      return requireResultOf(batches[index], read(file, found.place));
    } finally {
      closeSync(file);
    }
  };
}
