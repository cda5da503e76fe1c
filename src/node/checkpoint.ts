import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BatchResult } from '../engine/batch-result.ts';

/** Finished batches of an unfinished run, kept in a folder; none of their results is held in memory. */
export interface Checkpoint {
  /** Batches that are kept, by index of the plan: of an earlier, cut run of the same scenario and version, and saved since. */
  readonly kept: ReadonlySet<number>;
  /** Files of the folder that could not be read. */
  readonly torn: readonly string[];
  save(index: number, result: BatchResult): void;
  /**
   * Reads the result of a batch that is kept.
   *
   * @throws Error if its file is gone, or torn since
   */
  read(index: number): BatchResult;
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
  const kept = new Set<number>();
  const torn: string[] = [];
  const readEntry = (name: string): Entry => deserialize(readFileSync(join(folder, name))) as Entry;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.batch'))) {
    try {
      const entry = readEntry(name);
      if (entry.identity === identity) kept.add(entry.index);
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
      kept.add(index);
    },
    read: (index) => readEntry(`${index}.batch`).result,
  };
}

/** Forgets what a checkpoint folder holds: its run is finished, or starts anew. */
export function clearCheckpoint(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
