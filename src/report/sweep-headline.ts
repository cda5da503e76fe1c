import type { SweepResult } from '../study/sweep/sweep-result.ts';
import { capitalised } from './endpoint-words.ts';
import { sweptCases } from './sweep-rows.ts';
import { bestOf, shownTip } from './sweep-shown-tip.ts';

/** `Power is at least 80 % in 2 of 6 cells`: how many cells, under how many truths, reach the first target. */
export function sweepHeadline(result: SweepResult): string | undefined {
  const { quantity, label, target, targetWords, scale } = shownTip(result);
  const rows = sweptCases(result).flatMap((swept) => swept.row(quantity, '') ?? []);
  if (rows.length === 0) return undefined;
  const reached = rows.filter((row) => scale * bestOf(row) >= target).length;
  const what = result.truths.length > 1 ? 'cells and truths' : 'cells';
  return `${capitalised(label)} is at least ${targetWords} in ${reached} of ${rows.length} ${what}`;
}
