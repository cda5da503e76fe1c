/**
 * Returns a finite number at or above 0.
 *
 * @throws RangeError `invalid <name>: <value> (must be >= 0)`
 */
export function requireNonNegative(name: string, value: number): number {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid ${name}: ${value} (must be >= 0)`);
  return value;
}
