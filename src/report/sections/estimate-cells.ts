import type { Estimate } from '../../numeric/monte-carlo.ts';
import { type Markup, markup } from '../markup.ts';
import { errorsApart, exactly, signed, withError } from '../numbers.ts';
import type { Column } from '../table.ts';

/** Beyond so many standard errors simulation and exact value would disagree. */
const SURPRISING = 3;

/** Simulated value, exact value, and how far they lie apart. */
export function estimateCells(estimate: Estimate): (string | Markup)[] {
  const apart = errorsApart(estimate);
  const text = apart === undefined ? '–' : signed(apart);
  const isSurprising = apart !== undefined && Math.abs(apart) > SURPRISING;
  return [withError(estimate), exactly(estimate), isSurprising ? markup`<strong>${text} (!)</strong>` : text];
}

/** The headings of {@link estimateCells}. */
export const estimateColumns: readonly Column[] = [
  { heading: 'simulated ± MCSE', isNumber: true },
  { heading: 'exact', isNumber: true },
  { heading: 'apart (MCSE)', isNumber: true },
];
