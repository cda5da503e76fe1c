import { changeColumn, columnKernels } from './column-kernels.ts';

/** Turns the first `count` probabilities of a column, each inside (0, 1), into normal scores, every bit as by `normalQuantile`. */
export function toNormalScores(column: Float64Array, count: number): void {
  changeColumn(column, count, columnKernels().normalQuantiles);
}
