/**
 * Which labels at rising positions are shown, taken from the left: those that stand at least `gap` apart, and as far from
 * `last`, which has a label of its own.
 */
export function spacedLabels(positions: readonly number[], gap: number, last: number): boolean[] {
  let free = -Infinity;
  return positions.map((position) => {
    const fits = position >= free && position <= last - gap;
    if (fits) free = position + gap;
    return fits;
  });
}
