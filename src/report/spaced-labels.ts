/**
 * Which labels at some positions stand at least `gap` apart, the last position always among them; the others are taken
 * from the left.
 */
export function spacedLabels(positions: readonly number[], gap: number, last: number): boolean[] {
  let free = -Infinity;
  return positions.map((position) => {
    const fits = position >= free && position <= last - gap;
    if (fits) free = position + gap;
    return fits;
  });
}
