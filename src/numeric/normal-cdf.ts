import erfc from '@stdlib/math-base-special-erfc';

/** Distribution function of the standard normal: Φ(z) = erfc(−z/√2) / 2, accurate in both tails. */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z * Math.SQRT1_2);
}
