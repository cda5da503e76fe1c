/**
 * The exponent k of cost ∝ size^k: the least-squares slope of log cost on log size.
 *
 * @param sizes above 0, at least two different ones
 * @param costs above 0, one a size
 * @throws RangeError if the counts differ, or the sizes are all the same
 */
export function costExponent(sizes: readonly number[], costs: readonly number[]): number {
  if (sizes.length !== costs.length)
    throw new RangeError(`invalid costs: ${costs.length} (must be as many as sizes: ${sizes.length})`);
  const x = sizes.map(Math.log);
  const y = costs.map(Math.log);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [centreX, centreY] = [mean(x), mean(y)];
  // k = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)²
  const spread = x.reduce((sum, value) => sum + (value - centreX) * (value - centreX), 0);
  if (!(spread > 0)) throw new RangeError(`invalid sizes: ${sizes.join(', ')} (must differ)`);
  return x.reduce((sum, value, i) => sum + (value - centreX) * (y[i] - centreY), 0) / spread;
}
