/** A stated correlation of two normal scores. */
export interface ScoreCorrelation {
  readonly between: readonly [string, string];
  readonly rho: number;
}

/**
 * Lower Cholesky factor of the correlation matrix of normal scores, rows in the order of `names`: scores = L·ε.
 *
 * @see Nelsen 2006, An Introduction to Copulas, §2.3 (the Gaussian copula)
 * @throws RangeError if the correlations cannot hold together (the matrix is not positive definite)
 */
export function copulaFactor(
  names: readonly string[],
  correlations: readonly ScoreCorrelation[],
): Float64Array[] {
  const matrix = names.map((_, i) => Float64Array.from(names, (_name, j) => (i === j ? 1 : 0)));
  for (const { between, rho } of correlations) {
    const [i, j] = between.map((name) => names.indexOf(name));
    matrix[i][j] = matrix[j][i] = rho;
  }
  const factor = names.map(() => new Float64Array(names.length));
  for (let i = 0; i < names.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (i !== j) factor[i][j] = rest / factor[j][j];
      else if (rest > 1e-12) factor[i][i] = Math.sqrt(rest);
      else
        throw new RangeError('these correlations cannot hold together (the matrix is not positive definite)');
    }
  }
  return factor;
}
