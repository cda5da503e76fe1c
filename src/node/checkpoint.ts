import {
  appendFileSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { BatchResult } from '../engine/batch-result.ts';

/** Finished batches of an unfinished run, kept in a folder; none of their results is held in memory. */
export interface Checkpoint {
  /** Indices of the batches that are kept: of an earlier, cut run of the same scenario and version, and saved since. */
  readonly kept: { readonly size: number; has(index: number): boolean };
  /** Whether the end of what the earlier run kept could not be read, and was left out. */
  readonly isTorn: boolean;
  save(index: number, result: BatchResult): void;
  /**
   * Reads the result of a batch that is kept.
   *
   * @throws RangeError if it is not kept
   */
  read(index: number): BatchResult;
  close(): void;
}

/** What is written for a batch; the first record of a file is the run's identity. */
interface Entry {
  readonly index: number;
  readonly result: BatchResult;
}

/** Where the bytes of a record begin in the file, and how many they are. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

const FILE = 'batches';
/** A record follows its length, in bytes. */
const LENGTH_BYTES = 4;

/**
 * Opens the checkpoint of a run in `folder`: one file that batches are appended to, so that saving costs one write.
 *
 * @param identity version and scenario hash; what another run has kept is left out and replaced
 */
export function openCheckpoint(folder: string, identity: string): Checkpoint {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, FILE), 'a+');
  const places = new Map<number, Place>();
  const read = ({ offset, length }: Place): unknown => {
    const bytes = Buffer.allocUnsafeSlow(length);
    readSync(file, bytes, 0, length, offset);
    return deserialize(bytes);
  };
  const append = (record: unknown): Place => {
    const bytes = serialize(record);
    const whole = Buffer.allocUnsafe(LENGTH_BYTES + bytes.length);
    whole.writeUInt32LE(bytes.length);
    bytes.copy(whole, LENGTH_BYTES);
    appendFileSync(file, whole);
    const place = { offset: end + LENGTH_BYTES, length: bytes.length };
    end += whole.length;
    return place;
  };
  const size = fstatSync(file).size;
  let end = 0;
  try {
    for (let place = nextPlace(file, end, size); place; place = nextPlace(file, end, size)) {
      const record = read(place);
      if (end === 0 && record !== identity) break;
      if (end > 0) places.set((record as Entry).index, place);
      end = place.offset + place.length;
    }
  } catch {
    // What cannot be read is left out with all after it
  }
  const isTorn = end > 0 && end < size;
  ftruncateSync(file, end);
  if (end === 0) append(identity);
  return {
    kept: places,
    isTorn,
    save: (index, result) => {
      places.set(index, append({ index, result } satisfies Entry));
    },
    read: (index) => {
      const place = places.get(index);
      if (!place) throw new RangeError(`invalid index: ${index} (its batch is not kept)`);
      return (read(place) as Entry).result;
    },
    close: () => closeSync(file),
  };
}

/** Where the record after `end` lies; undefined at the end of the file, or where it is cut off. */
function nextPlace(file: number, end: number, size: number): Place | undefined {
  const offset = end + LENGTH_BYTES;
  if (offset > size) return undefined;
  const head = Buffer.alloc(LENGTH_BYTES);
  readSync(file, head, 0, LENGTH_BYTES, end);
  const length = head.readUInt32LE();
  return offset + length > size ? undefined : { offset, length };
}

/** Forgets what a checkpoint folder holds: its run is finished, or starts anew. */
export function clearCheckpoint(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
