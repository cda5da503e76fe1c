/**
 * The interval that holds the share `level` of some values, an equal share left out on either side; between two values it
 * goes by straight lines.
 *
 * @throws RangeError without values, or for a level outside (0, 1)
 */
export function percentileInterval(
  values: ArrayLike<number>,
  level: number,
): readonly [low: number, high: number] {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level: ${level} (must be in (0, 1))`);
  if (values.length === 0) throw new RangeError('invalid values: none (must be at least one)');
  const rising = Float64Array.from(values).sort();
  const at = (share: number): number => {
    const position = share * (rising.length - 1);
    const below = Math.floor(position);
    const above = Math.min(below + 1, rising.length - 1);
    return rising[below] + (position - below) * (rising[above] - rising[below]);
  };
  const outside = (1 - level) / 2;
  return [at(outside), at(1 - outside)];
}
