import { addressOf, columnKernels } from './column-kernels.ts';

/** Adds factor·x of the first `count` values of a column to those of another. */
export function addScaled(sum: Float64Array, column: Float64Array, factor: number, count: number): void {
  const [to, from] = [addressOf(sum), addressOf(column)];
  if (to !== undefined && from !== undefined) columnKernels().addScaled(to, from, factor, count);
  else for (let i = 0; i < count; i++) sum[i] += factor * column[i];
}
