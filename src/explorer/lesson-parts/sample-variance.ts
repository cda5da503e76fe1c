/** A variance estimated from a sample, with its standard error. */
export interface SampleVariance {
  readonly variance: number;
  readonly standardError: number;
}

/** Variance of a sample of independent values; its error from their fourth central moment. */
export function sampleVariance(values: readonly number[]): SampleVariance {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [second, fourth] = [0, 0];
  for (const value of values) {
    const square = (value - mean) * (value - mean);
    second += square / n;
    fourth += (square * square) / n;
  }
  // Var(s²) ≈ (μ4 − σ⁴)/n
  return {
    variance: (second * n) / (n - 1),
    standardError: Math.sqrt(Math.max(0, fourth - second * second) / n),
  };
}
