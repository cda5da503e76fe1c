import { BLOCK, columnKernels } from './column-kernels.ts';

/**
 * Changes the values of a column at the first `count` of some positions, all different, by the functions of this folder:
 * `change` is given them packed together in the kernels' memory, at most {@link BLOCK} at a time.
 */
export function changeAt(
  column: Float64Array,
  positions: Uint32Array,
  count: number,
  change: (packed: Float64Array, size: number) => void,
): void {
  const [, packed] = columnKernels().own;
  for (let from = 0; from < count; from += BLOCK) {
    const size = Math.min(BLOCK, count - from);
    for (let j = 0; j < size; j++) packed[j] = column[positions[from + j]];
    change(packed, size);
    for (let j = 0; j < size; j++) column[positions[from + j]] = packed[j];
  }
}
