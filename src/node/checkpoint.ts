import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import { requireResultOf } from '../engine/require-result-of.ts';
import { createBatchFile, damageOf, openBatchFile } from './batch-file.ts';
import type { BatchHeader } from './batch-header.ts';
import { type Place, recordKey } from './batch-record.ts';

/** Finished batches of a run or a shard, kept in a file; none of their results is held in memory. */
export interface Checkpoint {
  /** Indices of the batches of the plan that are kept: since earlier, and saved now. */
  readonly kept: { readonly size: number; has(index: number): boolean };
  /** What of the file could not be read and was left out, in words. */
  readonly damage: string | undefined;
  /** Appends a batch's packed result. */
  save(index: number, packed: Uint8Array): void;
  /**
   * Reads the result of a batch that is kept; its columns are good until the next is read.
   *
   * @throws RangeError if it is not kept, or what is kept is no result of it
   */
  read(index: number): BatchResult;
  /** Bytes that the file takes. */
  size(): number;
  close(): void;
}

/** The file in a run's folder that its batches are kept in. */
export const checkpointFile = (folder: string): string => join(folder, 'checkpoint', 'batches');

/**
 * Opens the file that batches are kept in, or makes it: batches are appended to it, so that saving costs one write.
 *
 * @param header of a file that is made; whether one that is there is of the same run is for the caller to see
 * @param batches the plan; what the file keeps of other plans stays in it, unused
 */
export function openCheckpoint(path: string, header: BatchHeader, batches: readonly Batch[]): Checkpoint {
  if (!existsSync(path)) createBatchFile(path, header);
  const file = openBatchFile(path);
  const places = new Map<number, Place>();
  for (const [index, batch] of batches.entries()) {
    const place = file.scan.places.get(recordKey(batch));
    if (place) places.set(index, place);
  }
  return {
    kept: places,
    damage: damageOf(file.scan),
    save: (index, packed) => {
      places.set(index, file.append(batches[index], packed));
    },
    read: (index) => {
      const place = places.get(index);
      if (!place) throw new RangeError(`invalid index: ${index} (its batch is not kept)`);
      return requireResultOf(batches[index], file.read(place));
    },
    size: file.size,
    close: file.close,
  };
}

/** Forgets what a run's folder keeps of its batches. */
export function clearCheckpoint(folder: string): void {
  rmSync(join(folder, 'checkpoint'), { recursive: true, force: true });
}
