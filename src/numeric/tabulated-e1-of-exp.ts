import { changeColumn, columnKernels, PIECES } from './columns/column-kernels.ts';
import { EULER_GAMMA, exponentialIntegralOfExp } from './exponential-integral.ts';
import { type CubicTable, cubicTable, valueInTable } from './tabulate.ts';

/** Below it E₁(e^−y) is under 1e-25; above, y − γ + e^−y has an error under 1e-10. */
const LOW = -4;
const HIGH = 24;
let table: CubicTable | undefined;

function tableOfE1(): CubicTable {
  table ??= cubicTable(exponentialIntegralOfExp, LOW, HIGH, PIECES);
  return table;
}

/**
 * g(y) = E₁(e^−y) for any real y, from one table for all uses; absolute error below 1e-10, tested.
 *
 * Residual disease whose clonogens are log-uniform on [1, e^L] is sterilised with probability [g(E) − g(E − L)]/L.
 */
export function tabulatedE1OfExp(y: number): number {
  if (y <= LOW) return 0;
  if (y >= HIGH) return y - EULER_GAMMA;
  return valueInTable(tableOfE1(), y);
}

/** Whether the kernels of this thread have the table. */
let isShared = false;

/**
 * Turns the first `count` values y of a column into g(y) − g(y − apart), every bit as by {@link tabulatedE1OfExp}, or into
 * `apart` where y lies beyond `limit`.
 */
export function toE1Differences(column: Float64Array, apart: number, limit: number, count: number): void {
  const { inverseStep, coefficients } = tableOfE1();
  const kernels = columnKernels();
  if (!isShared) kernels.pieces.set(coefficients);
  isShared = true;
  changeColumn(column, count, (address, size) =>
    kernels.tableDifferences(address, apart, limit, LOW, HIGH, inverseStep, PIECES, EULER_GAMMA, size),
  );
}
