/** Values that a column holds: few enough that a trial's columns stay in the nearest caches. */
const BLOCK: i32 = 512;

/** Bytes from a column to the next: no power of two, or columns would share cache lines. Functions may write one vector pair too far. */
const COLUMN_BYTES: i32 = 8 * BLOCK + 64;

const COLUMNS: i32 = 64;

const columns: usize = memory.data(64 * (8 * 512 + 64), 64);

const flags: usize = memory.data(1024 + 16, 16);

/** Where the columns start; each is {@link COLUMN_BYTES} long. */
export function columnsAt(): usize {
  return columns;
}

/** Where flags are written, a byte each. */
export function flagsAt(): usize {
  return flags;
}

export function columnBytes(): i32 {
  return COLUMN_BYTES;
}

export function columnCount(): i32 {
  return COLUMNS;
}

/** A number of a table in both lanes: cheaper than a literal, which is built anew at each use. */
export function constant(table: usize, index: i32): v128 {
  return v128.load64_splat(table + ((<usize>index) << 3));
}
