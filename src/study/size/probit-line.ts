import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';

/** Successes of independent replicates in one size. */
export interface ProbitPoint {
  readonly size: number;
  readonly successes: number;
  readonly replicates: number;
}

/** A fitted line Φ⁻¹(power) = a + b √n. */
export interface ProbitLine {
  readonly intercept: number;
  readonly slope: number;
  /** The size at which the line has a power, with its standard error by the delta method; ∞ where the line does not rise. */
  rootAt(power: number): { readonly root: number; readonly error: number };
}

const STEPS = 50;
const DENSITY = 1 / Math.sqrt(2 * Math.PI);
const EDGE = 1e-9;

/**
 * Fits the line by maximum likelihood on binomial counts (Fisher scoring); with one size only, the line goes through it from
 * a score of −1.645 at no patients.
 *
 * @throws RangeError if there is no point
 * @see Finney 1971, Probit Analysis, 3rd ed.
 */
export function fitProbitLine(points: readonly ProbitPoint[]): ProbitLine {
  if (points.length === 0) throw new RangeError('invalid points: none (must be at least one)');
  let [intercept, slope] = startLine(points);
  let [v00, v01, v11] = [0, 0, 0];
  for (let k = 0; k < STEPS; k++) {
    let [i00, i01, i11, s0, s1] = [0, 0, 0, 0, 0];
    for (const { size, successes, replicates } of points) {
      const x = Math.sqrt(size);
      const eta = intercept + slope * x;
      const p = Math.min(1 - EDGE, Math.max(EDGE, normalCdf(eta)));
      const density = DENSITY * Math.exp(-0.5 * eta * eta);
      const weight = (replicates * density * density) / (p * (1 - p));
      const score = (density * (successes - replicates * p)) / (p * (1 - p));
      i00 += weight;
      i01 += weight * x;
      i11 += weight * x * x;
      s0 += score;
      s1 += score * x;
    }
    const determinant = i00 * i11 - i01 * i01;
    if (!(determinant > 1e-12 * i00 * i11)) break;
    [v00, v01, v11] = [i11 / determinant, -i01 / determinant, i00 / determinant];
    const [d0, d1] = [v00 * s0 + v01 * s1, v01 * s0 + v11 * s1];
    intercept += d0;
    slope += d1;
    if (Math.abs(d0) + Math.abs(d1) < 1e-10) break;
  }
  return {
    intercept,
    slope,
    rootAt: (power) => {
      if (!(slope > 0)) return { root: Infinity, error: Infinity };
      // √n = (z − a)/b; Var by the delta method
      const x = (normalQuantile(power) - intercept) / slope;
      const variance = (v00 + 2 * x * v01 + x * x * v11) / (slope * slope);
      return { root: x * x, error: 2 * Math.abs(x) * Math.sqrt(variance) };
    },
  };
}

/** A first line: through the points of most different size. */
function startLine(points: readonly ProbitPoint[]): [intercept: number, slope: number] {
  const score = ({ successes, replicates }: ProbitPoint): number =>
    normalQuantile(Math.min(replicates - 0.5, Math.max(0.5, successes)) / replicates);
  const sorted = [...points].sort((a, b) => a.size - b.size);
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (first.size === last.size) return [-1.645, (score(first) + 1.645) / Math.sqrt(first.size)];
  const slope = (score(last) - score(first)) / (Math.sqrt(last.size) - Math.sqrt(first.size));
  return [score(first) - slope * Math.sqrt(first.size), slope];
}
