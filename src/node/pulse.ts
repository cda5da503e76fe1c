import type { PieceAddress } from '../engine/batch-address.ts';
import type { OnPiece } from '../engine/on-piece.ts';

/** What a thread shows of its progress, in memory that it shares with who waits for it. */
export interface Pulse {
  /** For the message to the thread. */
  readonly memory: SharedArrayBuffer;
  /** Pieces begun so far; 0 until the thread has taken up its message. */
  beats(): number;
  /** The piece begun last; undefined where the work has none. */
  place(): PieceAddress | undefined;
  /** As new, for the next message. */
  clear(): void;
}

const [BEATS, WORLD, REPLICATE] = [0, 1, 2];
const NONE = -1;

export function createPulse(): Pulse {
  const memory = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);
  const cells = new Int32Array(memory);
  const clear = (): void => {
    for (const cell of [WORLD, REPLICATE]) Atomics.store(cells, cell, NONE);
    Atomics.store(cells, BEATS, 0);
  };
  clear();
  return {
    memory,
    beats: () => Atomics.load(cells, BEATS),
    place: () => {
      const [world, replicate] = [Atomics.load(cells, WORLD), Atomics.load(cells, REPLICATE)];
      if (world === NONE) return undefined;
      return { world, ...(replicate !== NONE && { replicate }) };
    },
    clear,
  };
}

/** In a thread: says that its message is taken up, and returns what says where it is from there on. */
export function takeUp(memory: SharedArrayBuffer): OnPiece {
  const cells = new Int32Array(memory);
  Atomics.add(cells, BEATS, 1);
  return (world, replicate = NONE) => {
    Atomics.store(cells, WORLD, world);
    Atomics.store(cells, REPLICATE, replicate);
    Atomics.add(cells, BEATS, 1);
  };
}
