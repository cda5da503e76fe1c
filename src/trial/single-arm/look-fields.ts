import { z } from 'zod';
import { count } from '../../numeric/quantities.ts';
import { type LooksSpec, looksProblem } from '../look-schedule.ts';

/** The looks of a calculator's plan: a list, or every so many patients. */
export const lookShape = {
  looks: z
    .array(count('patients'))
    .min(1)
    .optional()
    .describe('numbers of patients at which it looks, rising'),
  every: count('patients from one look to the next, in place of a list of looks').optional(),
};

/** Looks as far as they are stated. */
export interface PlannedLooks {
  readonly looks?: number[] | undefined;
  readonly every?: number | undefined;
}

/** The looks of a checked plan, as scenarios write them. */
export function looksOf({ looks, every }: PlannedLooks): LooksSpec {
  return looks ?? { every: every! };
}

/** Reports looks that are stated twice or not at all, do not rise, or lie beyond the last patient allowed. */
export function checkLooks(value: PlannedLooks, size: number, issues: z.core.ParsePayload['issues']): void {
  // Looks every 0 patients never end
  if (issues.length > 0) return;
  const key = value.looks === undefined ? 'every' : 'looks';
  const [isListed, isRegular] = [value.looks !== undefined, value.every !== undefined];
  const message =
    isListed === isRegular
      ? `needs one of looks, every${isListed ? ': not both' : ''}`
      : looksProblem(looksOf(value), size);
  if (message !== undefined) issues.push({ code: 'custom', input: value, message, path: [key] });
}
