import { pathLaw } from '../../numeric/path-law.ts';

/** Bounds of a group-sequential trial on the normal score, look by look. */
export interface SequentialBounds {
  /** Information of each look, rising; drift is per unit of its root. */
  readonly information: readonly number[];
  /** At or above it a look stops for efficacy; ∞ where it cannot. */
  readonly upper: readonly number[];
  /** Below it a look stops for futility; −∞ where it cannot. */
  readonly lower: readonly number[];
}

/** Probabilities of stopping, look by look and side. */
export interface CrossingProbabilities {
  readonly upper: readonly number[];
  readonly lower: readonly number[];
}

/**
 * How often each look stops a trial, and on which side.
 *
 * @param drift mean of the score at information 1
 * @throws RangeError if the lists differ in length, the information does not rise, or a lower bound is above the upper
 * @see Jennison & Turnbull 2000, Group Sequential Methods, ch. 19
 */
export function crossingProbabilities(
  { information, upper, lower }: SequentialBounds,
  drift: number,
): CrossingProbabilities {
  requireBounds(information, upper, lower);
  const found = { upper: information.map(() => 0), lower: information.map(() => 0) };
  let law = pathLaw(drift, information[0]);
  for (let k = 0; k < information.length; k++) {
    if (k > 0) law = law.continuing(lower[k - 1], upper[k - 1], information[k]);
    found.upper[k] = law.above(upper[k]);
    found.lower[k] = law.below(lower[k]);
  }
  return found;
}

function requireBounds(
  information: readonly number[],
  upper: readonly number[],
  lower: readonly number[],
): void {
  const looks = information.length;
  if (looks === 0 || upper.length !== looks || lower.length !== looks)
    throw new RangeError(
      `invalid bounds: ${upper.length} upper and ${lower.length} lower ones for ${looks} looks (must be as many, at least 1)`,
    );
  const crossed = upper.findIndex((bound, k) => !(lower[k] <= bound));
  if (crossed >= 0)
    throw new RangeError(
      `invalid lower[${crossed}]: ${lower[crossed]} (must be at most the upper bound, ${upper[crossed]})`,
    );
}
