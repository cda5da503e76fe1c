import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { type BatchHeader, parseHeader } from './batch-header.ts';
import { appendRecord, findRecord, type Place, readRecord, recordHead, recordKey } from './batch-record.ts';
import { writeWhole } from './output-folder.ts';
import { unpack } from './pack.ts';

/** What a file of batches begins with, before the record that is its header: a word, and the version of the format. */
const WORD = 'isoB';
const FORMAT = 1;
const PREAMBLE_BYTES = 8;

const preamble = (): Uint8Array => {
  const bytes = new Uint8Array(PREAMBLE_BYTES);
  bytes.set(new TextEncoder().encode(WORD));
  new Uint32Array(bytes.buffer)[1] = FORMAT;
  return bytes;
};

/** What was found in a file of batches. */
export interface BatchScan {
  readonly header: BatchHeader;
  /** Where the batches lie that can be read, by {@link recordKey}; where one is there twice, the last. */
  readonly places: ReadonlyMap<string, Place>;
  /** Batches whose bytes are damaged. */
  readonly damaged: number;
  /** Where the last record that is there ends; what comes after is torn. */
  readonly end: number;
  readonly size: number;
}

/** In words, what of a file cannot be read; undefined if all can. */
export function damageOf({ damaged, end, size }: BatchScan): string | undefined {
  const parts = [
    ...(damaged > 0 ? [`${damaged} ${damaged === 1 ? 'batch is' : 'batches are'} damaged`] : []),
    ...(end < size ? [`the last ${(size - end).toLocaleString('en')} bytes are torn`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Writes a file that holds no batch yet, such that it is there whole or not at all. */
export function createBatchFile(path: string, header: BatchHeader): void {
  const text = new TextEncoder().encode(JSON.stringify(header));
  writeWhole(dirname(path), basename(path), Buffer.concat([preamble(), recordHead('header', text), text]));
}

/**
 * Reads the header of a file of batches.
 *
 * @throws ScenarioError if it is none, or its header is damaged
 */
export function readHeader(path: string): BatchHeader {
  const file = openSync(path, 'r');
  try {
    return headerIn(file, path).header;
  } finally {
    closeSync(file);
  }
}

/**
 * Looks for all that can be read in a file of batches.
 *
 * @throws ScenarioError if it is none, or its header is damaged
 */
export function scanBatchFile(path: string): BatchScan {
  const file = openSync(path, 'r');
  try {
    return scan(file, path);
  } finally {
    closeSync(file);
  }
}

function headerIn(file: number, path: string): { header: BatchHeader; end: number; size: number } {
  const refuse = (why: string): never => {
    throw new ScenarioError([{ where: path, message: why }]);
  };
  const { size } = fstatSync(file);
  const found = new Uint8Array(PREAMBLE_BYTES);
  readSync(file, found, 0, PREAMBLE_BYTES, 0);
  const expected = preamble();
  if (Buffer.compare(found.subarray(0, WORD.length), expected.subarray(0, WORD.length)) !== 0)
    refuse('is no file of batches that this version can read');
  if (Buffer.compare(found, expected) !== 0)
    refuse(`is written in another format (must be ${FORMAT}, by a machine with the same order of bytes)`);
  const place = findRecord(file, PREAMBLE_BYTES, size);
  const bytes =
    place?.key === recordKey('header') ? readRecord(file, place, new Uint8Array(place.length)) : undefined;
  if (!place || !bytes) return refuse('is torn: its header cannot be read');
  try {
    return { header: parseHeader(new TextDecoder().decode(bytes)), end: place.offset + place.length, size };
  } catch {
    return refuse('is no file of batches: its header is none');
  }
}

function scan(file: number, path: string): BatchScan {
  const { header, end: start, size } = headerIn(file, path);
  const places = new Map<string, Place>();
  const damaged = new Set<string>();
  let room = new Uint8Array(0);
  let end = start;
  for (let found = findRecord(file, end, size); found; found = findRecord(file, end, size)) {
    if (room.length < found.length) room = new Uint8Array(found.length);
    const { key, ...place } = found;
    if (readRecord(file, place, room)) places.set(key, place);
    else damaged.add(key);
    end = place.offset + place.length;
  }
  // A batch whose bytes are damaged may have been run again since
  const lost = [...damaged].filter((key) => !places.has(key)).length;
  return { header, places, damaged: lost, end, size };
}

/** Reads the results of batches from an open file, one at a time; columns are good until the next is read. */
export function createBatchReader(): (file: number, place: Place) => BatchResult {
  let room = new Uint8Array(0);
  return (file, place) => {
    if (room.length < place.length) room = new Uint8Array(place.length);
    const bytes = readRecord(file, place, room);
    if (!bytes) throw new Error('a batch that was kept cannot be read any more: the disk may be failing');
    try {
      return unpack(bytes) as BatchResult;
    } catch {
      throw new Error('a batch that was kept is none that this version can read');
    }
  };
}

/** An open file that batches are appended to. */
export interface OpenBatchFile {
  readonly scan: BatchScan;
  /** Appends the packed result of a batch. @throws if the disk is full, or another process writes to the file */
  append(batch: Batch, packed: Uint8Array): Place;
  read(place: Place): BatchResult;
  /** Bytes it takes. */
  size(): number;
  /** Sees to it that all is on the disk. */
  close(): void;
}

/** What was appended is pushed on to the disk so often, in milliseconds: a power loss costs hardly more than that. */
const SYNC_EVERY = 5000;

/** Opens a file of batches to go on with; what is torn at its end is cut off. @throws ScenarioError as {@link scanBatchFile} */
export function openBatchFile(path: string): OpenBatchFile {
  const file = openSync(path, 'a+');
  const found = scan(file, path);
  let { end } = found;
  if (end < found.size) ftruncateSync(file, end);
  let synced = performance.now();
  const readBatch = createBatchReader();
  return {
    scan: found,
    append: (batch, packed) => {
      if (fstatSync(file).size !== end) throw new Error(`${path}: another process writes to it, too`);
      try {
        const place = appendRecord(file, end, batch, packed);
        end = place.offset + place.length;
        if (performance.now() - synced >= SYNC_EVERY) {
          fsyncSync(file);
          synced = performance.now();
        }
        return place;
      } catch (error) {
        ftruncateSync(file, end);
        throw error;
      }
    },
    read: (place) => readBatch(file, place),
    size: () => end,
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
}
