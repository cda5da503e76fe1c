/**
 * The one option that holds.
 *
 * @param holds by the option's id, whether what it says is true
 * @throws RangeError if none holds, or more than one
 */
export function rightOption(holds: Readonly<Record<string, boolean>>): string {
  const right = Object.keys(holds).filter((id) => holds[id]);
  if (right.length !== 1) throw new RangeError(`invalid options: ${right.length} hold (must be 1)`);
  return right[0];
}

/**
 * The option whose number lies nearest to a value, by their ratio.
 *
 * @param numbers by the option's id, above 0, as the value
 */
export function nearestOption(numbers: Readonly<Record<string, number>>, value: number): string {
  const distance = (id: string): number => Math.abs(Math.log(numbers[id] / value));
  return Object.keys(numbers).reduce((a, b) => (distance(b) < distance(a) ? b : a));
}
