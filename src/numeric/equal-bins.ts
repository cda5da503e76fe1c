/**
 * Sorts positions by their values and cuts them into bins of about equal size; equal values are never torn apart, so that a
 * law of few values gets a bin for each.
 *
 * @param size that a bin aims at
 * @returns by position, the number of its bin, from 0 without a gap
 */
export function equalBins(values: ArrayLike<number>, size: number): Uint32Array {
  const order = Array.from(values, (_, position) => position).sort((p, q) => values[p] - values[q] || p - q);
  const bins = new Uint32Array(values.length);
  let bin = 0;
  let first = 0;
  order.forEach((position, rank) => {
    const isNext = rank > 0 && values[position] !== values[order[rank - 1]];
    const left = values.length - rank;
    // What is left at the end stays with the last bin rather than make a small one
    if (isNext && rank - first >= size && left >= size / 2) {
      bin++;
      first = rank;
    }
    bins[position] = bin;
  });
  return bins;
}
