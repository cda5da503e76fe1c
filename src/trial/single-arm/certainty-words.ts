import { percentWords } from '../percent-words.ts';

/** What stands for the nominal type I error of a posterior rule, which has none of its own. */
export const CERTAINTY_IS_NOT_A_LEVEL =
  'A rule of posterior probability has no nominal type I error: 1 − certainty stands beside the exact one for comparison.';

/** Rows of type I errors carry what stands beside them. */
export const CERTAINTY_ERROR_LABEL = 'Type I error (1 − certainty)';

/** A sentence where the exact type I error is above 1 − certainty, else none. */
export function certaintyExcess(typeIError: number, certainty: number): string[] {
  return typeIError > 1 - certainty
    ? [`The exact type I error is above 1 − certainty, ${percentWords(1 - certainty)}.`]
    : [];
}
