import { z } from 'zod';

/** Looks that a plan may have. */
export const MOST_LOOKS = 20;
/** Information that two looks must lie apart, relative to the later one's. */
const LEAST_STEP = 1e-6;

/** What is wrong with one of the fractions. */
export interface FractionProblem {
  /** Position in the list. */
  readonly at: number;
  readonly message: string;
}

/** What is wrong with fractions of the planned information, at most one problem each; observed ones may exceed 1 and end anywhere. */
export function fractionProblems(fractions: readonly number[], isObserved = false): FractionProblem[] {
  const most = isObserved ? Infinity : 1;
  const found = fractions.flatMap((fraction, at): FractionProblem[] => {
    const before = at > 0 ? fractions[at - 1] : 0;
    if (!(fraction > 0 && fraction <= most && Number.isFinite(fraction)))
      return [
        {
          at,
          message: `information fraction ${fraction} is out of range (must be ${isObserved ? '> 0' : 'in (0, 1]'})`,
        },
      ];
    if (!(fraction > before))
      return [{ at, message: `information fractions must rise: ${fraction} after ${before}` }];
    if (fraction - before < LEAST_STEP * fraction)
      return [
        {
          at,
          message: `information fractions are too close: ${fraction} after ${before} (must be a millionth apart)`,
        },
      ];
    return [];
  });
  const at = fractions.length - 1;
  if (found.length === 0 && at >= 0 && !isObserved && fractions[at] !== 1)
    return [{ at, message: `information fractions must end at 1, not at ${fractions[at]}` }];
  return found;
}

/** Fractions of the planned information at the looks: rising, in (0, 1], the last one 1. */
export const informationFractions = z
  .array(z.number())
  .min(1)
  .max(MOST_LOOKS)
  .check(({ value, issues }) => {
    for (const { at, message } of fractionProblems(value))
      issues.push({ code: 'custom', input: value, message, path: [at] });
  })
  .describe('fractions of the planned information at the looks, rising, the last one 1');

/**
 * Returns planned fractions that are valid.
 *
 * @throws RangeError with position and value of the first that is not
 */
export function requireFractions(fractions: readonly number[], isObserved = false): readonly number[] {
  if (fractions.length === 0 || fractions.length > MOST_LOOKS)
    throw new RangeError(`invalid fractions: ${fractions.length} looks (must be 1 to ${MOST_LOOKS})`);
  const [problem] = fractionProblems(fractions, isObserved);
  if (problem)
    throw new RangeError(`invalid fractions[${problem.at}]: ${fractions[problem.at]} (${problem.message})`);
  return fractions;
}

/**
 * Returns observed fractions that are valid.
 *
 * @throws RangeError if there are more than planned, or they do not rise
 */
export function requireObserved(observed: readonly number[], planned: readonly number[]): readonly number[] {
  if (observed.length > planned.length)
    throw new RangeError(
      `invalid observed: ${observed.length} looks (must be at most the ${planned.length} planned)`,
    );
  return requireFractions(observed, true);
}
