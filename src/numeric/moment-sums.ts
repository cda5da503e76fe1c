/** Sums of values in the order in which they come, as {@link estimateMean} takes them. */
export interface MomentSums {
  count: number;
  sum: number;
  squares: number;
  /** A value near the mean. */
  readonly centre: number;
}

/** No values yet. */
export const emptySums = (centre: number): MomentSums => ({ count: 0, sum: 0, squares: 0, centre });

/** Adds a value. */
export function addToSums(sums: MomentSums, value: number): void {
  sums.count++;
  sums.sum += value;
  sums.squares += (value - sums.centre) * (value - sums.centre);
}
