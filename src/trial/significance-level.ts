import { interiorProbability } from '../numeric/quantities.ts';

const message = (most: string) => (issue: { readonly input?: unknown }) =>
  `${String(issue.input)} is too large for a significance level (must be ${most})`;

/** One-sided significance level below 0.5: at a half, an estimate on the border would already pass. */
export const oneSidedLevel = (description = 'one-sided significance level') =>
  interiorProbability(description).lt(0.5, { error: message('below 0.5') });

/** Two-sided significance level, only a better experimental arm passes: at most 0.5. */
export const twoSidedLevel = (
  description = 'two-sided significance level; only a better experimental arm passes',
) => interiorProbability(description).max(0.5, { error: message('at most 0.5') });
