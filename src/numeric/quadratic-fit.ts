import { choleskyFactor, solveLower } from './cholesky.ts';

/** So much of each squared length is added on the diagonal, for columns that hang together. */
const RIDGE = 1e-8;

/** Columns to mean 0 and standard deviation 1; those without spread are left out. */
function standardised(columns: readonly ArrayLike<number>[]): Float64Array[] {
  return columns.flatMap((column) => {
    const n = column.length;
    let mean = 0;
    for (let k = 0; k < n; k++) mean += column[k] / n;
    let squares = 0;
    for (let k = 0; k < n; k++) squares += (column[k] - mean) * (column[k] - mean);
    const sd = Math.sqrt(squares / n);
    return sd > 0 ? [Float64Array.from(column, (value) => (value - mean) / sd)] : [];
  });
}

/**
 * Least-squares values of a response by columns, their squares and their products; by the columns alone where the quadratic
 * would have more than a twentieth as many coefficients as there are rows.
 *
 * @returns the fitted response by row
 */
export function quadraticFit(
  columns: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
): Float64Array {
  const n = response.length;
  const linear = standardised(columns);
  const products = linear.flatMap((x, i) => linear.slice(i).map((y) => x.map((value, k) => value * y[k])));
  const isRich = 20 * (1 + linear.length + products.length) <= n;
  const terms = [new Float64Array(n).fill(1), ...linear, ...(isRich ? products : [])];
  const product = (x: ArrayLike<number>, y: ArrayLike<number>): number => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += x[k] * y[k];
    return sum;
  };
  // (XᵀX)β = Xᵀy by L·Lᵀ = XᵀX
  const matrix = terms.map((x, i) => terms.map((y, j) => product(x, y) * (i === j ? 1 + RIDGE : 1)));
  const lower = choleskyFactor(matrix);
  const half = solveLower(
    lower,
    terms.map((x) => product(x, response)),
  );
  // Lᵀβ = half, from the last on: the reversed transpose is a lower triangle too
  const reversed = lower.map((_, i) =>
    lower.map((__, j) => lower[lower.length - 1 - j][lower.length - 1 - i]),
  );
  const coefficients = solveLower(reversed, half.toReversed()).reverse();
  return Float64Array.from({ length: n }, (_, k) =>
    terms.reduce((sum, x, i) => sum + coefficients[i] * x[k], 0),
  );
}
