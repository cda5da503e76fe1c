import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { Series } from './series.ts';

/** What a sweep tells of every cell, and what each quantity is of: an arm, a claim (its endpoint, or its arm where several are compared), or the whole design. */
export const quantityNames = [
  'eqd2Gy',
  'bedGy',
  'rate',
  'rateDifference',
  'power',
  'typeIError',
  'familywiseError',
  'dropped',
  'expectedSampleSize',
  'expectedMonths',
  'stopped',
  'failures',
  'assurance',
  'ceiling',
  'successAndTrue',
  'successAndFalse',
] as const;
export type QuantityName = (typeof quantityNames)[number];

/** One quantity of one cell under one truth. */
export interface CellQuantity {
  readonly truth: string;
  readonly quantity: QuantityName;
  /** `arm`, `arm endpoint`, an endpoint, a verdict; empty for the whole design. */
  readonly of: string;
  readonly value: Estimate;
  /** Its value in every replicate (or world); undefined where it has none. */
  readonly series: Series | undefined;
}

/** Tells the quantities of a cell apart. */
export const quantityKey = ({ truth, quantity, of }: Omit<CellQuantity, 'value' | 'series'>): string =>
  `${truth}/${quantity}/${of}`;
