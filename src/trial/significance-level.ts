import { interiorProbability } from '../numeric/quantities.ts';

/** Smaller levels are lost among the rounding of sums of probabilities. */
const LEAST_LEVEL = 1e-12;

const above = (issue: { readonly input?: unknown }): string =>
  `${String(issue.input)} is too small for a significance level (must be at least ${LEAST_LEVEL})`;

const below = (issue: { readonly input?: unknown }): string =>
  `${String(issue.input)} is too large for a significance level (must be below 0.5)`;

/** One-sided significance level: at a half, an estimate on the border would already pass. */
export const oneSidedLevel = (description = 'one-sided significance level') =>
  interiorProbability(description).min(LEAST_LEVEL, { error: above }).lt(0.5, { error: below });

/** Two-sided significance level, of which only a better experimental arm passes. */
export const twoSidedLevel = (
  description = 'two-sided significance level; only a better experimental arm passes',
) => interiorProbability(description).min(LEAST_LEVEL, { error: above }).lt(0.5, { error: below });

/**
 * Returns a one-sided level that is valid.
 *
 * @throws RangeError if it is not in (0, 0.5)
 */
export function requireOneSidedLevel(oneSidedAlpha: number): number {
  if (!(oneSidedAlpha > 0 && oneSidedAlpha < 0.5))
    throw new RangeError(`invalid oneSidedAlpha: ${oneSidedAlpha} (must be in (0, 0.5))`);
  return oneSidedAlpha;
}
