/**
 * Returns `value` if `holds`, else throws.
 *
 * @throws RangeError `invalid <name>: <value> (must be <rule>)`
 */
function requireThat(holds: boolean, name: string, value: number, rule: string): number {
  if (!holds) throw new RangeError(`invalid ${name}: ${value} (must be ${rule})`);
  return value;
}

/** A finite number above 0, or a RangeError. */
export const requirePositive = (name: string, value: number): number =>
  requireThat(value > 0 && Number.isFinite(value), name, value, '> 0');

/** A finite number at or above 0, or a RangeError. */
export const requireNonNegative = (name: string, value: number): number =>
  requireThat(value >= 0 && Number.isFinite(value), name, value, '>= 0');

/** A number in [0, 1], or a RangeError. */
export const requireProbability = (name: string, value: number): number =>
  requireThat(value >= 0 && value <= 1, name, value, 'in [0, 1]');

/** A number strictly between 0 and 1, or a RangeError. */
export const requireInteriorProbability = (name: string, value: number): number =>
  requireThat(value > 0 && value < 1, name, value, 'strictly between 0 and 1');

/** A whole number at or above `least`, or a RangeError. */
export const requireCount = (name: string, value: number, least = 0): number =>
  requireThat(Number.isInteger(value) && value >= least, name, value, `a whole number >= ${least}`);
