import { closeSync, openSync, readSync } from 'node:fs';

/** No file that people write, and no table, comes near. */
const MOST_BYTES = 50e6;
const CHUNK_BYTES = 65_536;

/**
 * Reads a whole text file, or what a pipe brings, as long as it has an end.
 *
 * @param mostBytes bytes up to which it is read
 * @throws Error if it is larger, or as Node throws where it cannot be read
 */
export function readText(path: string, mostBytes = MOST_BYTES): string {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (length === 0) return Buffer.concat(chunks).toString('utf8');
      size += length;
      if (size > mostBytes) throw new Error(`it is larger than ${mostBytes / 1e6} MB`);
      chunks.push(chunk.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
