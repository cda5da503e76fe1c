import { addressOf, columnKernels } from './column-kernels.ts';

/** Writes 1 where each of the first `count` values of a column lies below that of another, else 0. */
export function fillBelow(flags: Uint8Array, column: Float64Array, other: Float64Array, count: number): void {
  const [low, high] = [addressOf(column), addressOf(other)];
  if (low === undefined || high === undefined) {
    for (let i = 0; i < count; i++) flags[i] = Number(column[i] < other[i]);
    return;
  }
  const kernels = columnKernels();
  kernels.areBelow(low, high, kernels.flagsAt, count);
  const found = kernels.flags;
  for (let i = 0; i < count; i++) flags[i] = found[i];
}
