/** Patients and those who failed, by arm; expected numbers need not be whole. */
export interface GroupedCounts {
  readonly failures: ArrayLike<number>;
  readonly patients: ArrayLike<number>;
}

/** Where the log hazards lie in the columns: ln h = a + g1·x + g2·y. */
export interface HazardLine {
  readonly intercept: number;
  /** One slope a column. */
  readonly slopes: readonly number[];
}

/** The line of greatest likelihood. */
export interface HazardFit extends HazardLine {
  /** Information on the slopes, the intercept taken out: its inverse is their covariance. */
  readonly information: readonly (readonly number[])[];
  readonly logLikelihood: number;
}

/** Twice the log likelihood that Newton's step promises to add, below which what the step leaves is its square. */
const LAST_STEP = 1e-9;
const MOST_STEPS = 200;
const MOST_HALVINGS = 60;

/**
 * Log likelihood of counts under cumulative hazards `exp(logHazards[i])`, binomial coefficients left out.
 *
 * @see Prentice & Gloeckler 1978, Biometrics 34:57
 */
export function groupedLogLikelihood(
  logHazards: ArrayLike<number>,
  { failures, patients }: GroupedCounts,
): number {
  let sum = 0;
  for (let i = 0; i < logHazards.length; i++) {
    const hazard = Math.exp(logHazards[i]);
    // e·ln(1 − e^−h) − (n − e)·h
    if (failures[i] > 0) sum += failures[i] * Math.log(-Math.expm1(-hazard));
    if (patients[i] > failures[i]) sum -= (patients[i] - failures[i]) * hazard;
  }
  return sum;
}

/** ln of the cumulative hazard at which a share p in (0, 1) has failed: the complementary log-log of p. */
export const logHazardOf = (share: number): number => Math.log(-Math.log1p(-share));

/** Information that one of the arms holds on its log hazard. */
export function hazardInformation(patients: number, hazard: number): number {
  // w = n·h²·(1 − p)/p with p = 1 − e^−h
  return (patients * hazard * hazard) / Math.expm1(hazard);
}

/** Failures and patients of all arms together. */
export function pooledCounts({ failures, patients }: GroupedCounts): { failed: number; total: number } {
  let [failed, total] = [0, 0];
  for (let i = 0; i < failures.length; i++) {
    failed += failures[i];
    total += patients[i];
  }
  return { failed, total };
}

/** The line on which every arm has the share of failures that all of them have together. */
function levelLine(counts: GroupedCounts, columns: number): HazardLine {
  const { failed, total } = pooledCounts(counts);
  return { intercept: logHazardOf(failed / total), slopes: Array.from({ length: columns }, () => 0) };
}

function fillLogHazards(
  columns: readonly ArrayLike<number>[],
  { intercept, slopes }: HazardLine,
  out: Float64Array,
): void {
  for (let i = 0; i < out.length; i++) {
    out[i] = intercept;
    for (let j = 0; j < slopes.length; j++) out[i] += slopes[j] * columns[j][i];
  }
}

/** Sums over the arms of weights and scores, about the weighted means of the columns, so that the intercept drops out. */
interface CentredSums {
  readonly weight: number;
  readonly means: readonly number[];
  /** Σ w (x − x̄)(y − ȳ). */
  readonly products: readonly (readonly number[])[];
}

function centredSums(columns: readonly ArrayLike<number>[], weights: Float64Array): CentredSums {
  const sumOver = (of: (i: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += of(i);
    return sum;
  };
  const weight = sumOver((i) => weights[i]);
  const means = columns.map((column) => sumOver((i) => weights[i] * column[i]) / weight);
  const products = columns.map((a, j) =>
    columns.map((b, k) => sumOver((i) => weights[i] * (a[i] - means[j]) * (b[i] - means[k]))),
  );
  return { weight, means, products };
}

/** Solves S·δ = b for one or two unknowns. */
function solveSlopes(s: readonly (readonly number[])[], b: readonly number[]): number[] {
  if (b.length === 1) return [b[0] / s[0][0]];
  const determinant = s[0][0] * s[1][1] - s[0][1] * s[1][0];
  return [(s[1][1] * b[0] - s[0][1] * b[1]) / determinant, (s[0][0] * b[1] - s[1][0] * b[0]) / determinant];
}

/** Hazard below which the series of {@link curvatureShare} has all the digits of a double. */
const SMALL_HAZARD = 1e-4;

/** 1 − h/(e^h − 1), which keeps its digits where the hazard is small. */
const curvatureShare = (hazard: number): number =>
  hazard < SMALL_HAZARD ? hazard / 2 - (hazard * hazard) / 12 : 1 - hazard / Math.expm1(hazard);

/** Newton's step from a line, and what it promises to add to twice the log likelihood. */
interface Step extends HazardLine {
  readonly promise: number;
}

function newtonStep(
  columns: readonly ArrayLike<number>[],
  logHazards: Float64Array,
  { failures, patients }: GroupedCounts,
): Step {
  const curvatures = new Float64Array(logHazards.length);
  const scores = new Float64Array(logHazards.length);
  let score = 0;
  for (let i = 0; i < logHazards.length; i++) {
    const hazard = Math.exp(logHazards[i]);
    const share = failures[i] / -Math.expm1(-hazard);
    // ∂ℓ/∂ln h = h(e/p − n), −∂²ℓ/∂(ln h)² = h(n − e/p·(1 − h/(e^h − 1)))
    scores[i] = hazard * (share - patients[i]);
    curvatures[i] = hazard * (patients[i] - share * curvatureShare(hazard));
    score += scores[i];
  }
  const { weight, means, products } = centredSums(columns, curvatures);
  const gradient = columns.map((column, j) => {
    let sum = 0;
    for (let i = 0; i < scores.length; i++) sum += (column[i] - means[j]) * scores[i];
    return sum;
  });
  const slopes = solveSlopes(products, gradient);
  const level = score / weight;
  return {
    intercept: level - slopes.reduce((sum, slope, j) => sum + slope * means[j], 0),
    slopes,
    promise: level * score + slopes.reduce((sum, slope, j) => sum + slope * gradient[j], 0),
  };
}

const moved = (line: HazardLine, step: HazardLine, share: number): HazardLine => ({
  intercept: line.intercept + share * step.intercept,
  slopes: line.slopes.map((slope, j) => slope + share * step.slopes[j]),
});

/** The expected information on the slopes at a line. */
function informationAt(
  columns: readonly ArrayLike<number>[],
  logHazards: Float64Array,
  { patients }: GroupedCounts,
): CentredSums['products'] {
  const weights = logHazards.map((logHazard, i) => hazardInformation(patients[i], Math.exp(logHazard)));
  return centredSums(columns, weights).products;
}

/**
 * Maximum likelihood of a log-linear cumulative hazard on counts at a fixed time (complementary log-log link), by Newton's
 * method with halved steps where the likelihood would fall; it is concave, so that there is one maximum.
 *
 * @param columns one or two, a value an arm
 * @throws RangeError if no maximum is found: counts that have none must be kept away (see `isEstimable`)
 * @see Prentice & Gloeckler 1978, Biometrics 34:57
 */
export function fitGroupedHazards(columns: readonly ArrayLike<number>[], counts: GroupedCounts): HazardFit {
  const logHazards = new Float64Array(counts.failures.length);
  const likelihoodAt = (line: HazardLine): number => {
    fillLogHazards(columns, line, logHazards);
    return groupedLogLikelihood(logHazards, counts);
  };
  let line = levelLine(counts, columns.length);
  let logLikelihood = likelihoodAt(line);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = newtonStep(columns, logHazards, counts);
    if (next.promise < LAST_STEP) {
      line = moved(line, next, 1);
      logLikelihood = likelihoodAt(line);
      return { ...line, information: informationAt(columns, logHazards, counts), logLikelihood };
    }
    let share = 1;
    for (let halving = 0; !(likelihoodAt(moved(line, next, share)) > logLikelihood); halving++) {
      if (halving === MOST_HALVINGS)
        throw new RangeError('invalid counts (must have a maximum of the likelihood)');
      share /= 2;
    }
    line = moved(line, next, share);
    logLikelihood = likelihoodAt(line);
  }
  throw new RangeError('invalid counts (must have a maximum of the likelihood)');
}
