/** Outputs at the rows of two independent samples of all inputs, and of mixtures of them. */
export interface PickFreezeOutputs {
  /** At the rows of the first sample, A. */
  readonly a: ArrayLike<number>;
  /** At the rows of the second, B. */
  readonly b: ArrayLike<number>;
  /** By input: at the rows of A with that input (which may be several columns) from B. */
  readonly mixed: readonly ArrayLike<number>[];
  /** What is known of the outputs' noise; left out where they have none. */
  readonly noise?: OutputNoise;
}

/** Sampling variances of outputs that are themselves estimates, row by row. */
export interface OutputNoise {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By input: of a − mixed, which is less than the sum of both where they share their random numbers. */
  readonly difference: readonly ArrayLike<number>[];
}

/** How much of an output's variance its inputs bring, each by itself and with all its interactions. */
export interface VarianceIndices {
  readonly mean: number;
  readonly variance: number;
  /** By input: Var E[y | xᵢ]/Var y. */
  readonly firstOrder: readonly number[];
  /** By input: E Var[y | all but xᵢ]/Var y. */
  readonly total: readonly number[];
}

/** A variance below this share of the squared mean is rounding. */
const ROUNDING = 1e-20;

/** Sums over the rows, each as often as it counts. */
function createSum(rows: number, counts: ArrayLike<number> | undefined) {
  return (term: (row: number) => number): number => {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += counts ? counts[row] * term(row) : term(row);
    return sum;
  };
}

/**
 * First-order indices by Saltelli’s estimator, centred, and total indices by Jansen’s, less the variance that noise brings.
 * Both are exactly 0 for an input that does nothing, and the first-order one has a smaller error for weak inputs than
 * Jansen’s first-order form, whose error does not shrink with the index (at 1024 rows of the g-function 0.0003 against
 * 0.006; for strong inputs both lie below 0.01).
 *
 * The noise of `b` must be independent of that of `a` and `mixed`.
 *
 * @param counts how often each row counts, once unless given
 * @returns undefined where the outputs do not vary beyond their noise
 * @see Saltelli et al. 2010, Computer Physics Communications 181:259, table 2; Jansen 1999, Computer Physics Communications
 *   117:35
 */
export function varianceIndices(
  { a, b, mixed, noise }: PickFreezeOutputs,
  counts?: ArrayLike<number>,
): VarianceIndices | undefined {
  const rows = a.length;
  const over = createSum(rows, counts);
  const n = counts ? over(() => 1) : rows;
  const mean = over((j) => a[j] + b[j]) / (2 * n);
  const squares = over((j) => (a[j] - mean) * (a[j] - mean) + (b[j] - mean) * (b[j] - mean));
  const ofNoise = noise ? over((j) => noise.a[j] + noise.b[j]) / (2 * n) : 0;
  const variance = squares / (2 * n - 1) - ofNoise;
  if (!(variance > ROUNDING * mean * mean)) return undefined;
  // Vᵢ = E[(y_B − ȳ)(y_ABᵢ − y_A)]
  const firstOrder = mixed.map((m) => over((j) => (b[j] - mean) * (m[j] - a[j])) / n / variance);
  // V_Tᵢ = ½ E[(y_A − y_ABᵢ)²]
  const total = mixed.map((m, i) => {
    const apart = over((j) => (a[j] - m[j]) * (a[j] - m[j]) - (noise ? noise.difference[i][j] : 0));
    return apart / (2 * n) / variance;
  });
  return { mean, variance, firstOrder, total };
}
