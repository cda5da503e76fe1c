import type { Estimate } from '../../numeric/monte-carlo.ts';
import { type Markup, markup } from '../markup.ts';
import { errorsApart, exactly, meanExactly, meanWithError, signed, withError } from '../numbers.ts';
import type { Column } from '../table.ts';

/** Beyond so many standard errors simulation and exact value would disagree. */
const SURPRISING = 3;

/** How far simulation and exact value lie apart; marked where that is far. */
function apartCell(estimate: Estimate): string | Markup {
  const apart = errorsApart(estimate);
  if (apart === undefined) return '–';
  const isSurprising = Math.abs(apart) > SURPRISING;
  return isSurprising ? markup`<strong>${signed(apart)} (!)</strong>` : signed(apart);
}

/** Simulated value, exact value, and how far they lie apart. */
export function estimateCells(estimate: Estimate): (string | Markup)[] {
  return [withError(estimate), exactly(estimate), apartCell(estimate)];
}

/** The same of a mean that is no probability. */
export function meanCells(estimate: Estimate): (string | Markup)[] {
  return [meanWithError(estimate), meanExactly(estimate), apartCell(estimate)];
}

/** The headings of {@link estimateCells}. */
export const estimateColumns: readonly Column[] = [
  { heading: 'simulated ± MCSE', isNumber: true },
  { heading: 'exact', isNumber: true },
  { heading: 'apart (MCSE)', isNumber: true },
];
