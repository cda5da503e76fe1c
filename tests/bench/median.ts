/**
 * Median of numbers, the mean of the middle two where their count is even.
 *
 * @throws RangeError if there are none
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('invalid values: none (must be at least one)');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
