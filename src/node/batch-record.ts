import { appendFileSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Batch } from '../engine/plan.ts';

/** What records hold, by their number; a new kind comes last. */
const KINDS: readonly (Batch['kind'] | 'header')[] = [
  'header',
  'exact',
  'replicates',
  'worlds',
  'assurance',
  'patients',
];

/**
 * A record follows its head: its length in bytes; kind, truth and range of its batch; the checksum (CRC-32) of its bytes;
 * the checksum of the head so far. Numbers are of 32 bits, in the order of the machine's bytes.
 */
const HEAD = { length: 0, kind: 1, truth: 2, from: 3, to: 4, checksum: 5, ownChecksum: 6 };
const HEAD_BYTES = 28;

/** Where the bytes of a record lie in a file, and what they add up to. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

/** A record with what it is of. */
export interface FoundRecord extends Place {
  /** As {@link recordKey} makes it. */
  readonly key: string;
}

const numbersOf = (of: Batch | 'header'): number[] =>
  of === 'header'
    ? [0, 0, 0, 0]
    : [
        KINDS.indexOf(of.kind),
        'truth' in of ? of.truth : 0,
        'from' in of ? of.from : 0,
        'to' in of ? of.to : 0,
      ];

/** What tells a batch from all others that runs of one scenario have, whatever their numbers of replicates and worlds. */
export const recordKey = (of: Batch | 'header'): string => numbersOf(of).join(' ');

/** The bytes before a record. */
export function recordHead(of: Batch | 'header', bytes: Uint8Array): Uint8Array {
  const head = new Uint32Array(HEAD_BYTES / 4);
  head.set([bytes.length, ...numbersOf(of), crc32(bytes)]);
  head[HEAD.ownChecksum] = crc32(head.subarray(0, HEAD.ownChecksum));
  return new Uint8Array(head.buffer);
}

/** Appends a record to an open file whose end it knows. */
export function appendRecord(file: number, end: number, of: Batch | 'header', bytes: Uint8Array): Place {
  const head = recordHead(of, bytes);
  appendFileSync(file, head);
  appendFileSync(file, bytes);
  const checksum = new Uint32Array(head.buffer)[HEAD.checksum];
  return { offset: end + HEAD_BYTES, length: bytes.length, checksum };
}

/** The record after `end`; undefined at the end of a file of `size` bytes, or where its head is damaged or it is cut off. */
export function findRecord(file: number, end: number, size: number): FoundRecord | undefined {
  const offset = end + HEAD_BYTES;
  if (offset > size) return undefined;
  const head = new Uint32Array(HEAD_BYTES / 4);
  readSync(file, head, 0, HEAD_BYTES, end);
  if (head[HEAD.ownChecksum] !== crc32(head.subarray(0, HEAD.ownChecksum))) return undefined;
  const length = head[HEAD.length];
  if (offset + length > size) return undefined;
  const key = head.subarray(HEAD.kind, HEAD.to + 1).join(' ');
  return { key, offset, length, checksum: head[HEAD.checksum] };
}

/**
 * Reads the bytes of a record.
 *
 * @param room where they are read to, from its beginning; at least as long as the record
 * @returns the part of the room that they take; undefined if they are damaged
 */
export function readRecord(file: number, place: Place, room: Uint8Array): Uint8Array | undefined {
  const bytes = room.subarray(0, place.length);
  const read = readSync(file, bytes, 0, place.length, place.offset);
  return read === place.length && crc32(bytes) === place.checksum ? bytes : undefined;
}
