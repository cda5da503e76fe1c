import { changeColumn, columnKernels } from './column-kernels.ts';

/** Values at a step of the kernel, which leaves a step with a special case in it to `Math.exp`. */
const STEP = 4;

/** exp(shift + scale·x) of values in the kernels' memory. */
function fill(address: number, shift: number, scale: number, count: number): void {
  const { buffer, exponentials } = columnKernels();
  let done = exponentials(address, shift, scale, 0, count);
  if (done === count) return;
  const values = new Float64Array(buffer, address, count);
  while (done < count) {
    const end = Math.min(count, done + STEP);
    for (; done < end; done++) values[done] = Math.exp(shift + scale * values[done]);
    done = exponentials(address, shift, scale, done, count);
  }
}

/** Turns the first `count` values x of a column into exp(shift + scale·x), every bit as by `Math.exp`. */
export function toExponentials(column: Float64Array, count: number, shift = 0, scale = 1): void {
  changeColumn(column, count, (address, size) => fill(address, shift, scale, size));
}

/** Turns the first `count` log odds of a column into probabilities, every bit as by {@link expit}. */
export function toProbabilities(logOdds: Float64Array, count: number): void {
  changeColumn(logOdds, count, (address, size) => {
    // 1/(1 + e^−x)
    fill(address, 0, -1, size);
    columnKernels().shares(address, size);
  });
}
