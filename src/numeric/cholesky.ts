/**
 * Lower triangle L with L·Lᵀ = matrix, for a symmetric positive definite matrix of a few rows.
 *
 * @throws RangeError if the matrix is not positive definite
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      if (i === j && !(rest > 0)) throw new RangeError('invalid matrix (must be positive definite)');
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j];
    }
  }
  return lower;
}

/** Solves L·x = values for a lower triangle L, by forward substitution. */
export function solveLower(lower: readonly (readonly number[])[], values: readonly number[]): number[] {
  const x: number[] = [];
  for (let i = 0; i < lower.length; i++) {
    let rest = values[i];
    for (let k = 0; k < i; k++) rest -= lower[i][k] * x[k];
    x.push(rest / lower[i][i]);
  }
  return x;
}
