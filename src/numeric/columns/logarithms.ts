import { changeColumn, columnKernels } from './column-kernels.ts';

/** Turns the first `count` values of a column, each ≥ 2⁻¹⁰²², into logarithms, every bit as by `Math.log`. */
export function toLogarithms(column: Float64Array, count: number): void {
  changeColumn(column, count, columnKernels().logarithms);
}
