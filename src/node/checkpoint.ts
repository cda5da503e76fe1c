import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BatchResult } from '../engine/batch-result.ts';

/** Finished batches of an unfinished run, kept in a folder. */
export interface Checkpoint {
  /** Results kept from an earlier, cut run of the same scenario and version, by index of the plan. */
  readonly kept: ReadonlyMap<number, BatchResult>;
  /** Files of the folder that could not be read. */
  readonly torn: readonly string[];
  save(index: number, result: BatchResult): void;
}

interface Entry {
  readonly identity: string;
  readonly index: number;
  readonly result: BatchResult;
}

/**
 * Opens the checkpoint of a run in `folder`.
 *
 * @param identity version and scenario hash; entries of another identity are left out and replaced
 */
export function openCheckpoint(folder: string, identity: string): Checkpoint {
  const kept = new Map<number, BatchResult>();
  const torn: string[] = [];
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.batch'))) {
    try {
      const entry = deserialize(readFileSync(join(folder, name))) as Entry;
      if (entry.identity === identity) kept.set(entry.index, entry.result);
    } catch {
      torn.push(name);
    }
  }
  return {
    kept,
    torn,
    save: (index, result) => {
      const path = join(folder, `${index}.batch`);
      writeFileSync(`${path}.part`, serialize({ identity, index, result } satisfies Entry));
      renameSync(`${path}.part`, path);
    },
  };
}

/** Forgets what a checkpoint folder holds: its run is finished, or starts anew. */
export function clearCheckpoint(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
