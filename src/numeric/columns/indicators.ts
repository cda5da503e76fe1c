import { changeColumn, columnKernels } from './column-kernels.ts';

/** Turns the first `count` values of a column into 1 where they lie above a limit, else 0. */
export function toIndicators(column: Float64Array, limit: number, count: number): void {
  changeColumn(column, count, (address, size) => columnKernels().indicators(address, limit, size));
}
