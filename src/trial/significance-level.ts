import { interiorProbability } from '../numeric/quantities.ts';

const below = (issue: { readonly input?: unknown }): string =>
  `${String(issue.input)} is too large for a significance level (must be below 0.5)`;

/** One-sided significance level: at a half, an estimate on the border would already pass. */
export const oneSidedLevel = (description = 'one-sided significance level') =>
  interiorProbability(description).lt(0.5, { error: below });

/** Two-sided significance level, of which only a better experimental arm passes. */
export const twoSidedLevel = (
  description = 'two-sided significance level; only a better experimental arm passes',
) => interiorProbability(description).lt(0.5, { error: below });
