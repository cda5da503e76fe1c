/**
 * Places for labels beside values on an axis, so that none overlaps its neighbour: in the order of the values, each as
 * near to its own as its neighbours allow, none beyond the ends of the axis.
 *
 * @param height of a label in the units of the axis; less where they would not all fit
 */
export function spreadLabels(
  values: readonly number[],
  height: number,
  [low, high]: readonly [number, number],
): number[] {
  const order = values.map((_, i) => i).toSorted((a, b) => values[a] - values[b] || a - b);
  const apart = values.length > 1 ? Math.min(height, (high - low) / (values.length - 1)) : height;
  const places = values.map((value) => Math.max(low, value));
  // Upwards each clears the one below; downwards those beyond the end push back
  order.forEach((i, rank) => {
    if (rank > 0) places[i] = Math.max(places[i], places[order[rank - 1]] + apart);
  });
  order.toReversed().forEach((i, rank) => {
    const ceiling = rank === 0 ? high : places[order[order.length - rank]] - apart;
    places[i] = Math.min(places[i], ceiling);
  });
  return places;
}
