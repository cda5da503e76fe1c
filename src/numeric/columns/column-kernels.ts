import { KERNELS } from './kernels-wasm.ts';

/** What the WebAssembly of `assembly/` offers. Columns are given by their address, and changed in their first `count` values. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  columnsAt(): number;
  columnBytes(): number;
  columnCount(): number;
  flagsAt(): number;
  purposesAt(): number;
  statesAt(): number;
  piecesAt(): number;
  exponentials(column: number, shift: number, scale: number, from: number, count: number): number;
  shares(column: number, count: number): void;
  logarithms(column: number, count: number): void;
  normalQuantiles(column: number, count: number): void;
  addScaled(sum: number, column: number, factor: number, count: number): void;
  indicators(column: number, limit: number, count: number): void;
  areBelow(column: number, other: number, flags: number, count: number): void;
  effects(
    alpha: number,
    ratio: number,
    out: number,
    linear: number,
    quadratic: number,
    lost: number,
    lostEffect: number,
    count: number,
  ): void;
  tableDifferences(
    column: number,
    apart: number,
    limit: number,
    low: number,
    high: number,
    inverseStep: number,
    pieces: number,
    offset: number,
    count: number,
  ): void;
  seek(world: number, replicate: number, key0: number, key1: number): void;
  uniforms(a: number, b: number, c: number, d: number, count: number): void;
}

type Kernel = Exclude<keyof Exports, 'memory' | `${string}At` | `column${string}`>;

/** A column in the kernels' memory. */
export interface KernelColumn extends Float64Array {
  /** Where it lies; kept beside it because to ask for its offset and buffer takes longer than to add a hundred values. */
  readonly address: number;
}

/** Functions of whole columns, two or four values an instruction, and the memory that they work in. */
export interface ColumnKernels extends Pick<Exports, Kernel> {
  readonly buffer: ArrayBuffer;
  /** Columns of {@link BLOCK} values for whoever works at the moment. */
  readonly columns: readonly KernelColumn[];
  /** Columns that the functions of this folder keep for themselves, one a lane. */
  readonly own: readonly KernelColumn[];
  /** Where {@link areBelow} writes. */
  readonly flags: Uint8Array;
  readonly flagsAt: number;
  /** The table of {@link tableDifferences}: room for so many cubics, four coefficients each. */
  readonly pieces: Float64Array;
  /** What the streams are for that {@link seek} finds: two words a stream. */
  readonly purposes: Uint32Array;
  /** Where the streams are that {@link uniforms} advances: four words of each, the first words of all coming first. */
  readonly states: Uint32Array;
}

declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: Exports };
};

/** Values that a column of the kernels holds. */
export const BLOCK = 512;
/** Pieces of the table that the kernels know. */
export const PIECES = 4480;
/** Streams that are drawn at a time. */
export const LANES = 4;

let live: ColumnKernels | undefined;

/** The kernels of this thread. */
export function columnKernels(): ColumnKernels {
  live ??= load();
  return live;
}

function load(): ColumnKernels {
  const bytes = Uint8Array.from(atob(KERNELS), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const { buffer } = exports.memory;
  const [first, apart] = [exports.columnsAt(), exports.columnBytes()];
  const all = Array.from({ length: exports.columnCount() }, (_, slot) => {
    const address = first + slot * apart;
    return Object.assign(new Float64Array(buffer, address, BLOCK), { address });
  });
  return {
    ...exports,
    buffer,
    columns: all.slice(LANES),
    own: all.slice(0, LANES),
    flags: new Uint8Array(buffer, exports.flagsAt(), BLOCK),
    flagsAt: exports.flagsAt(),
    pieces: new Float64Array(buffer, exports.piecesAt(), 4 * PIECES),
    purposes: new Uint32Array(buffer, exports.purposesAt(), 2 * LANES),
    states: new Uint32Array(buffer, exports.statesAt(), 4 * LANES),
  };
}

/** Where a column lies in the kernels' memory; undefined where it does not. */
export function addressOf(column: Float64Array): number | undefined {
  return (column as Partial<KernelColumn>).address;
}

/**
 * Has a kernel change the first `count` values of a column: in place where the column lies in the kernels' memory, else in
 * a copy, block by block.
 */
export function changeColumn(
  column: Float64Array,
  count: number,
  change: (address: number, count: number) => void,
): void {
  const address = addressOf(column);
  if (address !== undefined) {
    change(address, count);
    return;
  }
  const [copy] = columnKernels().own;
  for (let from = 0; from < count; from += BLOCK) {
    const size = Math.min(BLOCK, count - from);
    copy.set(size === column.length ? column : column.subarray(from, from + size));
    change(copy.address, size);
    column.set(copy.subarray(0, size), from);
  }
}
