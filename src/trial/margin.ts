import { z } from 'zod';
import { percentHint } from '../numeric/quantities.ts';

const tooSmall = (input: unknown): string =>
  input === 0
    ? '0 is no margin (must be above 0; without a margin, claim superiority)'
    : `${String(input)} has the wrong sign (a margin must be above 0, whichever way is worse)`;

const tooLarge = (input: unknown): string =>
  Number(input) > 1
    ? percentHint(input)
    : `${String(input)} is too large for a margin (must be at most 0.99)`;

/** How much worse the experimental arm may be, as a difference of proportions above 0 and up to 0.99. */
export const margin = (
  description = 'how much worse, as a difference of proportions, is still acceptable; above 0 whichever way is worse',
) =>
  z
    .number()
    .gt(0, { error: (issue) => tooSmall(issue.input), abort: true })
    .max(0.99, { error: (issue) => tooLarge(issue.input), abort: true })
    .describe(description);
