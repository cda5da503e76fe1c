/** Points at which a piece is fitted, the ends among them, so that neighbouring pieces meet. */
const NODES = 9;
/** Where a fitted piece is compared with the function: between its nodes, on [−1, 1]. */
const CHECKS = [-0.97, -0.55, 0.19, 0.83] as const;
/** Times a piece is halved before the function itself takes its place. */
const MOST_HALVINGS = 6;

type Curve = (x: number) => number;

/**
 * A slow function on [low, high] as a table: Chebyshev polynomials of degree 8 on equal pieces, each made at its first
 * use and compared with the function at four points of its own. A piece that is off by more than `tolerance` is halved;
 * where halving does not help (a kink, a jump), the function itself is called. Outside, the value at the nearer end.
 *
 * What a piece gives does not depend on the order of the calls.
 *
 * @param tolerance largest error at the points of comparison, in the unit of the function
 * @see Trefethen 2013, Approximation Theory and Approximation Practice, ch. 3 and 8
 */
export function adaptiveTable(f: Curve, low: number, high: number, pieces: number, tolerance: number): Curve {
  const width = (high - low) / pieces;
  const made = new Array<Curve | undefined>(pieces);
  return (x) => {
    const inside = Math.min(Math.max(x, low), high);
    const i = Math.min(Math.floor((inside - low) / width), pieces - 1);
    const piece = (made[i] ??= fitted(f, low + i * width, low + (i + 1) * width, tolerance, MOST_HALVINGS));
    return piece(inside);
  };
}

function fitted(f: Curve, low: number, high: number, tolerance: number, halvings: number): Curve {
  const [middle, half] = [(low + high) / 2, (high - low) / 2];
  const coefficients = chebyshevCoefficients((t) => f(middle + half * t));
  const polynomial: Curve = (x) => chebyshevSum(coefficients, (x - middle) / half);
  const isGood = CHECKS.every((t) => {
    const x = middle + half * t;
    return Math.abs(polynomial(x) - f(x)) <= tolerance;
  });
  if (isGood) return polynomial;
  if (halvings === 0) return f;
  let [left, right]: (Curve | undefined)[] = [];
  return (x) =>
    x < middle
      ? (left ??= fitted(f, low, middle, tolerance, halvings - 1))(x)
      : (right ??= fitted(f, middle, high, tolerance, halvings - 1))(x);
}

/** Coefficients of the polynomial through the function at the Chebyshev points cos(jπ/n) of [−1, 1]. */
function chebyshevCoefficients(f: Curve): Float64Array {
  const n = NODES - 1;
  const values = Float64Array.from({ length: NODES }, (_, j) => f(Math.cos((Math.PI * j) / n)));
  return Float64Array.from({ length: NODES }, (_, k) => {
    // c_k = (2/n)·Σ″ f(x_j)·cos(jkπ/n), the terms j = 0 and n halved, and so are c_0 and c_n
    let sum = 0;
    for (let j = 0; j <= n; j++)
      sum += (j === 0 || j === n ? 0.5 : 1) * values[j] * Math.cos((Math.PI * j * k) / n);
    return ((k === 0 || k === n ? 1 : 2) * sum) / n;
  });
}

/** Σ c_k·T_k(t) by Clenshaw's recurrence. */
function chebyshevSum(coefficients: Float64Array, t: number): number {
  let [b1, b2] = [0, 0];
  for (let k = coefficients.length - 1; k > 0; k--) [b1, b2] = [coefficients[k] + 2 * t * b1 - b2, b1];
  return coefficients[0] + t * b1 - b2;
}
