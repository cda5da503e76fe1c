import type { Estimate } from './monte-carlo.ts';

/**
 * The standard deviation of independent values, its MCSE by the delta method from their fourth moment.
 *
 * @param values two or more
 * @see Kendall & Stuart 1977, The Advanced Theory of Statistics 1, ch. 10
 */
export function estimateDeviation(values: ArrayLike<number>): Estimate {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let [squares, fourths] = [0, 0];
  for (let i = 0; i < n; i++) {
    const square = (values[i] - mean) * (values[i] - mean);
    squares += square;
    fourths += square * square;
  }
  const variance = squares / (n - 1);
  // Var s ≈ (m4 − s⁴)/(4 s² n)
  const mcse =
    variance > 0 ? Math.sqrt(Math.max(0, fourths / n - variance * variance) / (4 * variance * n)) : 0;
  return { estimate: Math.sqrt(variance), mcse };
}
