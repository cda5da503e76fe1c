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

/**
 * Sampling variances of outputs that are themselves estimates, row by row. The noise of `b` must be independent of that of
 * `a` and `mixed`, which may share theirs.
 */
export interface OutputNoise {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By input. */
  readonly mixed: readonly ArrayLike<number>[];
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

/** An index as a constant and the mean of a term by row, in units of the variance. */
interface Form {
  readonly constant: number;
  readonly terms: Float64Array;
}

/** Prepared once, and then asked for resamples of its rows. */
export interface ResampledIndices {
  /** Of all rows, each once. */
  readonly indices: VarianceIndices;
  /** Of rows that count so often; undefined where they do not vary beyond their noise. */
  of(counts: ArrayLike<number>): VarianceIndices | undefined;
}

/** The mean of some terms, each as often as it counts. */
function meanOf(terms: Float64Array, counts?: ArrayLike<number>): number {
  let [sum, n] = [0, 0];
  for (let row = 0; row < terms.length; row++) {
    const count = counts ? counts[row] : 1;
    sum += count * terms[row];
    n += count;
  }
  return sum / n;
}

/**
 * Two forms of one index, mixed such that the variance over rows is least.
 *
 * @param spread by row, what the outputs’ variance is the mean of
 */
function mix([first, second]: readonly [Form, Form], spread: Float64Array): Form {
  const variance = meanOf(spread);
  // How the estimate c + Σx/Σv moves with a row: (x − (Σx/Σv)·v)/variance
  const influences = [first, second].map(({ terms }) => {
    const share = meanOf(terms) / variance;
    return terms.map((term, row) => term - share * spread[row]);
  });
  const apart = influences[1].map((value, row) => value - influences[0][row]);
  const squares = meanOf(apart.map((value) => value * value));
  const shared = meanOf(apart.map((value, row) => value * influences[0][row]));
  const weight = squares > 0 ? Math.min(1, Math.max(0, -shared / squares)) : 0;
  return {
    constant: first.constant + weight * (second.constant - first.constant),
    terms: first.terms.map((term, row) => term + weight * (second.terms[row] - term)),
  };
}

/** Both forms of one input’s indices. */
function formsOf(
  { a, b, mixed, noise }: PickFreezeOutputs,
  input: number,
  mean: number,
): { firstOrder: [Form, Form]; total: [Form, Form] } {
  const m = mixed[input];
  const of = (term: (row: number) => number): Float64Array => Float64Array.from(a, (_, row) => term(row));
  const square = (x: number): number => x * x;
  const ofMixed = of((j) => noise?.mixed[input][j] ?? 0);
  const ofDifference = of((j) => noise?.difference[input][j] ?? 0);
  return {
    // Vᵢ = E[(y_B − ȳ)(y_ABᵢ − y_A)] = V − ½ E[(y_B − y_ABᵢ)²]
    firstOrder: [
      { constant: 0, terms: of((j) => (b[j] - mean) * (m[j] - a[j])) },
      { constant: 1, terms: of((j) => ((noise?.b[j] ?? 0) + ofMixed[j] - square(b[j] - m[j])) / 2) },
    ],
    // V_Tᵢ = ½ E[(y_A − y_ABᵢ)²] = V − E[(y_A − ȳ)(y_ABᵢ − y_B)]; the covariance of shared noise is ½(var + var − var of
    // the difference)
    total: [
      { constant: 0, terms: of((j) => (square(a[j] - m[j]) - ofDifference[j]) / 2) },
      {
        constant: 1,
        terms: of(
          (j) => ((noise?.a[j] ?? 0) + ofMixed[j] - ofDifference[j]) / 2 - (a[j] - mean) * (m[j] - b[j]),
        ),
      },
    ],
  };
}

/**
 * First-order and total indices, less the variance that noise brings. Each is estimated in two forms, one good for weak
 * inputs and exactly 0 for an input that does nothing (first order: Saltelli’s; total: Jansen’s), one good for strong inputs
 * (first order: Jansen’s; total: one minus what Saltelli’s form gives of all the others); they are mixed such that the
 * variance over rows is least, input by input, and resamples keep the mixture.
 *
 * @returns undefined where the outputs do not vary beyond their noise
 * @see Saltelli et al. 2010, Computer Physics Communications 181:259, table 2; Jansen 1999, Computer Physics Communications
 *   117:35
 */
export function varianceIndices(outputs: PickFreezeOutputs): ResampledIndices | undefined {
  const { a, b, mixed, noise } = outputs;
  const middle = Float64Array.from(a, (value, j) => (value + b[j]) / 2);
  const mean = meanOf(middle);
  const spread = Float64Array.from(a, (value, j) => {
    const ofNoise = noise ? noise.a[j] + noise.b[j] : 0;
    return ((value - mean) * (value - mean) + (b[j] - mean) * (b[j] - mean) - ofNoise) / 2;
  });
  const least = ROUNDING * mean * mean;
  if (!(meanOf(spread) > least)) return undefined;
  const forms = mixed.map((_, input) => {
    const { firstOrder, total } = formsOf(outputs, input, mean);
    return { firstOrder: mix(firstOrder, spread), total: mix(total, spread) };
  });
  const of = (counts?: ArrayLike<number>): VarianceIndices | undefined => {
    const own = meanOf(middle, counts);
    const variance = meanOf(spread, counts) - (own - mean) * (own - mean);
    if (!(variance > least)) return undefined;
    const index = ({ constant, terms }: Form): number => constant + meanOf(terms, counts) / variance;
    return {
      mean: own,
      variance,
      firstOrder: forms.map(({ firstOrder }) => index(firstOrder)),
      total: forms.map(({ total }) => index(total)),
    };
  };
  return { indices: of()!, of };
}
