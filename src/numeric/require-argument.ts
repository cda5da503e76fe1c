import { shownValue } from './shown-value.ts';

/**
 * Returns a finite number above 0.
 *
 * @throws RangeError `invalid <name>: <value> (must be > 0)`
 */
export function requirePositive(name: string, value: number): number {
  if (!(Number.isFinite(value) && value > 0))
    throw new RangeError(`invalid ${name}: ${shownValue(value)} (must be > 0)`);
  return value;
}
