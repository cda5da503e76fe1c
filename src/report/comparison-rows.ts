import type { Estimate } from '../numeric/monte-carlo.ts';
import type { NamedResult } from './named-result.ts';

/** A probability that results are compared by. */
export interface ComparedQuantity {
  readonly label: string;
  /** Undefined where the result has none. */
  of(result: NamedResult['result']): Estimate | undefined;
}

/** What results are compared by, all of the truth as planned or over the worlds. */
export const comparedQuantities: readonly ComparedQuantity[] = [
  { label: 'power as planned', of: ({ truths }) => truths[0].operatingCharacteristics.power },
  { label: 'assurance', of: ({ assurance }) => assurance ?? undefined },
  { label: 'ceiling', of: ({ assurance }) => assurance?.ceiling },
];
