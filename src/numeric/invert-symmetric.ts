import { choleskyFactor, solveLower } from './cholesky.ts';

/**
 * Inverse of a symmetric positive definite matrix of a few rows: of a curvature, the covariance.
 *
 * @throws RangeError if the matrix is not positive definite
 */
export function invertSymmetric(matrix: readonly (readonly number[])[]): number[][] {
  const lower = choleskyFactor(matrix);
  // A⁻¹ = L⁻ᵀ·L⁻¹: products of the columns of L⁻¹
  const columns = matrix.map((_, unit) =>
    solveLower(
      lower,
      matrix.map((_row, i) => (i === unit ? 1 : 0)),
    ),
  );
  return columns.map((a) => columns.map((b) => a.reduce((sum, value, i) => sum + value * b[i], 0)));
}
