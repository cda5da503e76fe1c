import { normalCdf } from './normal-cdf.ts';

const DENSITY = 1 / Math.sqrt(2 * Math.PI);

/**
 * By how much noise lifts a positive part: E max(X, 0) − max(m, 0) for a normal X of mean m and standard deviation `sd`;
 * above m = 0 as below it.
 *
 * @param sd at or above 0
 * @see Raiffa & Schlaifer 1961, Applied Statistical Decision Theory, ch. 5 (the unit normal loss integral)
 */
export function positivePartGain(mean: number, sd: number): number {
  if (!(sd > 0)) return 0;
  const z = Math.abs(mean) / sd;
  // s·(φ(z) − z·Φ(−z))
  return sd * (DENSITY * Math.exp(-0.5 * z * z) - z * normalCdf(-z));
}
