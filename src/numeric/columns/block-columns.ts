import { BLOCK, columnKernels } from './column-kernels.ts';

/**
 * Hands out columns of {@link BLOCK} values, the first ones in the kernels' memory. All who ask get the same ones there, so
 * that a trial's columns stay in the nearest caches: what they hold is lost when the next one works.
 */
export function createBlockColumns(): () => Float64Array {
  const { columns } = columnKernels();
  let next = 0;
  return () => columns[next++] ?? new Float64Array(BLOCK);
}
