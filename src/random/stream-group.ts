import { addressOf, BLOCK, columnKernels, LANES } from '../numeric/columns/column-kernels.ts';
import type { SeedKey } from './seed-key.ts';
import type { Address, Purpose } from './stream.ts';

/** A part of an arm's patients: `size` of them from position `from` on, of `total`. */
export interface Span {
  readonly from: number;
  readonly size: number;
  readonly total: number;
}

/** All patients at once. */
export const wholeSpan = (total: number): Span => ({ from: 0, size: total, total });

/** Streams that are drawn together, each into a column of its own. */
export interface StreamGroup {
  /** Writes the uniforms of a span; spans of one address come one after another, the first from 0. */
  draw(key: SeedKey, at: Pick<Address, 'world' | 'replicate'>, span: Span): void;
}

/**
 * The streams of some purposes: what `fillUniforms` gives for each of them, four at a time.
 *
 * @param columns one a purpose
 */
export function createStreamGroup(
  purposes: readonly Purpose[],
  columns: readonly Float64Array[],
): StreamGroup {
  const fours = Array.from({ length: Math.ceil(purposes.length / LANES) }, (_, i) =>
    createFour(purposes.slice(LANES * i, LANES * (i + 1)), columns.slice(LANES * i, LANES * (i + 1))),
  );
  return {
    draw: (key, at, span) => {
      for (const four of fours) four.draw(key, at, span);
    },
  };
}

/** At most four streams. */
function createFour(purposes: readonly Purpose[], columns: readonly Float64Array[]): StreamGroup {
  const kernels = columnKernels();
  const words = Uint32Array.from({ length: 2 * LANES }, (_, i) => {
    const purpose = purposes[i >> 1];
    return purpose === undefined ? 0 : i % 2 === 0 ? purpose.low : purpose.high;
  });
  const states = new Uint32Array(4 * LANES);
  const addresses = columns.map(addressOf);
  const [a, b, c, d] = kernels.own.map(({ address }, lane) => addresses[lane] ?? address);
  return {
    draw: (key, { world, replicate }, { from, size, total }) => {
      if (from === 0) {
        kernels.purposes.set(words);
        kernels.seek(world ^ key[2], replicate ^ key[3], key[0], key[1]);
      } else kernels.states.set(states);
      for (let done = 0; done < size; done += BLOCK) {
        const count = Math.min(BLOCK, size - done);
        kernels.uniforms(a, b, c, d, count);
        columns.forEach((column, lane) => {
          if (addresses[lane] === undefined) column.set(kernels.own[lane].subarray(0, count), done);
        });
      }
      if (from + size < total) states.set(kernels.states);
    },
  };
}
