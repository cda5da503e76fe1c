/** Stops the search: the bracket's relative width, near the spacing of doubles. */
const RELATIVE_TOLERANCE = 4 * Number.EPSILON;

/**
 * Root of a continuous function between two points where its signs differ, by Brent's method, to the last digits.
 *
 * @throws RangeError if the function has the same sign at both ends, or is NaN
 * @see Brent 1973, Algorithms for Minimization without Derivatives, ch. 4
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!differ(fa, fb)) throw new RangeError(`invalid bracket: [${low}, ${high}] gives ${fa} and ${fb}`);
  let [c, fc] = [a, fa];
  let width = b - a;
  let previous = width;
  for (let step = 0; step < 200; step++) {
    if (!differ(fb, fc)) {
      [c, fc] = [a, fa];
      previous = width = b - a;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = RELATIVE_TOLERANCE * Math.abs(b) + Number.MIN_VALUE;
    const middle = 0.5 * (c - b);
    if (Math.abs(middle) <= tolerance || fb === 0) return b;
    let next = middle;
    if (Math.abs(previous) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const [p, q] = interpolate(a, b, c, fa, fb, fc);
      if (2 * p < Math.min(3 * middle * q - Math.abs(tolerance * q), Math.abs(previous * q))) next = p / q;
    }
    previous = next === middle ? middle : width;
    width = next;
    [a, fa] = [b, fb];
    b += Math.abs(width) > tolerance ? width : Math.sign(middle) * tolerance;
    fb = f(b);
  }
  return b;
}

/** Whether one value is above 0 and the other below; a product of the two could underflow to 0. */
const differ = (a: number, b: number): boolean => (a < 0 && b > 0) || (a > 0 && b < 0);

/** Brent's trial step p/q, p ≥ 0: secant with two points, inverse quadratic with three. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): [number, number] {
  const s = fb / fa;
  let p: number;
  let q: number;
  if (a === c) {
    p = (c - b) * s;
    q = 1 - s;
  } else {
    const r = fb / fc;
    const t = fa / fc;
    p = s * ((c - b) * t * (t - r) - (b - a) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  return p > 0 ? [p, -q] : [-p, q];
}
