/** Euler's constant γ. */
export const EULER_GAMMA = 0.5772156649015329;

/**
 * Exponential integral E₁(x) = ∫ₓ^∞ e^−t / t dt for x ≥ 0, relative error below 1e-14; ∞ at 0, 0 at ∞.
 *
 * Series below 1, Lentz's continued fraction above.
 *
 * @see Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 5.1.11 and 5.1.22
 * @throws RangeError if x is negative or NaN
 */
export function exponentialIntegral(x: number): number {
  if (!(x >= 0)) throw new RangeError(`invalid x: ${x} (must be >= 0)`);
  if (x === 0) return Infinity;
  if (x > 745) return 0;
  if (x <= 1) {
    let sum = -EULER_GAMMA - Math.log(x);
    let term = -1;
    for (let k = 1; k <= 30; k++) {
      term *= -x / k;
      sum += term / k;
      if (Math.abs(term) < 1e-18 * Math.abs(sum)) break;
    }
    return sum;
  }
  let b = x + 1;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k <= 500; k++) {
    const a = -k * k;
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return fraction * Math.exp(-x);
}

/** E₁(e^−y) for any real y; where e^−y is negligible it is y − γ, so that differences of two stay finite. */
export function exponentialIntegralOfExp(y: number): number {
  return y > 40 ? y - EULER_GAMMA : exponentialIntegral(Math.exp(-y));
}
