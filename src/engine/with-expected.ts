import type { Estimate } from '../numeric/monte-carlo.ts';
import type { WithExpected } from './aim-result.ts';

/** An estimate with what is expected of it beside, where that is known. */
export const withExpected = (estimate: Estimate, expected: number | undefined): WithExpected =>
  expected === undefined ? estimate : { ...estimate, expected };
