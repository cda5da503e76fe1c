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
import type { BatchResult } from '../engine/batch-result.ts';
import { pack, unpack } from './pack.ts';

/** Finished batches of an unfinished run, kept in a folder; none of their results is held in memory. */
export interface Checkpoint {
  /** Indices of the batches that are kept: of an earlier, cut run of the same scenario and version, and saved since. */
  readonly kept: { readonly size: number; has(index: number): boolean };
  /** Whether the end of what the earlier run kept could not be read, and was left out. */
  readonly isTorn: boolean;
  /** Appends a batch's packed result. */
  save(index: number, packed: Uint8Array): void;
  /**
   * Reads the result of a batch that is kept; its columns are good until the next is read.
   *
   * @throws RangeError if it is not kept
   */
  read(index: number): BatchResult;
  close(): void;
}

/** Where the bytes of a record begin in the file, how many they are, and of which batch. */
interface Place {
  readonly index: number;
  readonly offset: number;
  readonly length: number;
}

const FILE = 'batches';
/** A record follows its length in bytes and the index of its batch; the first record is the run's identity. */
const HEAD_BYTES = 8;

/**
 * Opens the checkpoint of a run in `folder`: one file that batches are appended to, so that saving costs one write.
 *
 * @param identity version and scenario hash; what another run has kept is left out and replaced
 */
export function openCheckpoint(folder: string, identity: string): Checkpoint {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, FILE), 'a+');
  const places = new Map<number, Place>();
  const size = fstatSync(file).size;
  let end = 0;
  let room = new Uint8Array(0);
  const read = ({ offset, length }: Place): unknown => {
    if (room.length < length) room = new Uint8Array(length);
    readSync(file, room, 0, length, offset);
    return unpack(room.subarray(0, length));
  };
  const append = (index: number, packed: Uint8Array): Place => {
    appendFileSync(file, new Uint8Array(new Uint32Array([packed.length, index]).buffer));
    appendFileSync(file, packed);
    const place = { index, offset: end + HEAD_BYTES, length: packed.length };
    end = place.offset + place.length;
    return place;
  };
  try {
    for (let place = nextPlace(file, end, size); place; place = nextPlace(file, end, size)) {
      const record = read(place);
      if (end === 0 && record !== identity) break;
      if (end > 0) places.set(place.index, place);
      end = place.offset + place.length;
    }
  } catch {
    // What cannot be read is left out with all after it
  }
  const isTorn = end > 0 && end < size;
  ftruncateSync(file, end);
  if (end === 0) append(0, pack(identity, new SharedArrayBuffer(0)));
  return {
    kept: places,
    isTorn,
    save: (index, packed) => {
      places.set(index, append(index, packed));
    },
    read: (index) => {
      const place = places.get(index);
      if (!place) throw new RangeError(`invalid index: ${index} (its batch is not kept)`);
      return read(place) as BatchResult;
    },
    close: () => closeSync(file),
  };
}

/** Where the record after `end` lies; undefined at the end of the file, or where it is cut off. */
function nextPlace(file: number, end: number, size: number): Place | undefined {
  const offset = end + HEAD_BYTES;
  if (offset > size) return undefined;
  const head = new Uint32Array(2);
  readSync(file, head, 0, HEAD_BYTES, end);
  const [length, index] = head;
  return offset + length > size ? undefined : { index, offset, length };
}

/** Forgets what a checkpoint folder holds: its run is finished, or starts anew. */
export function clearCheckpoint(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
