/** Most control patients that a search looks at. */
export const MOST_CONTROL_PATIENTS = 5000;

/** The exact search begins at this share of what the formula says; it is told when power is reached there already. */
const FIRST_SHARE = 0.5;

/** The smallest size that reaches a power, and the size from which it stays. */
export interface ExactSizes {
  /** Control patients. */
  readonly smallest: number;
  /** From here on every size up to the horizon has the power; absent if the horizon itself has not. */
  readonly lasting?: number;
  /** The least and the greatest size that were looked at. */
  readonly searchedFrom: number;
  readonly horizon: number;
}

/**
 * Searches sizes one by one, as exact power is not monotone in them: up from half the formula's size to the first that
 * reaches the power, and on to a horizon a quarter and 25 patients beyond.
 *
 * @param powerAt exact power of so many control patients
 * @param formulaSize what a formula says, unrounded
 * @throws RangeError if no size up to {@link MOST_CONTROL_PATIENTS} has the power
 */
export function exactSizes(
  powerAt: (controlSize: number) => number,
  power: number,
  formulaSize: number,
): ExactSizes {
  const searchedFrom = Math.max(1, Math.floor(FIRST_SHARE * formulaSize));
  let smallest = searchedFrom;
  while (smallest <= MOST_CONTROL_PATIENTS && powerAt(smallest) < power) smallest++;
  if (smallest > MOST_CONTROL_PATIENTS) {
    throw new RangeError(
      `no sample size up to ${MOST_CONTROL_PATIENTS} control patients, where the search ends; the formula asks for ${Math.ceil(formulaSize)}`,
    );
  }
  const horizon = Math.ceil(1.25 * smallest) + 25;
  let lasting: number | undefined = smallest;
  for (let size = smallest + 1; size <= horizon; size++) {
    if (powerAt(size) < power) lasting = undefined;
    else lasting ??= size;
  }
  return { smallest, ...(lasting !== undefined && { lasting }), searchedFrom, horizon };
}
