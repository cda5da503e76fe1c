import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import type { QuantityName } from './cell-quantity.ts';

/** A value of a varied path at which something turns. */
export interface Crossing {
  readonly at: number;
  /** Whether it is a root of exact values; else it is interpolated between values of the sweep. */
  readonly isExact: boolean;
  /** From the Monte Carlo error of the values between which it is interpolated; 0 where these are exact. */
  readonly standardError: number;
}

/** What turns: whether a claim is true, which arm's rate is the higher, whether a quantity reaches a target. */
export type Criterion =
  | {
      readonly kind: 'claim';
      readonly endpoint: EndpointName;
      /** Of several arms compared with one control, whose claim it is; absent where one is compared. */
      readonly of?: string;
    }
  | { readonly kind: 'rates'; readonly endpoint: EndpointName }
  | { readonly kind: 'quantity'; readonly quantity: QuantityName; readonly target: number };

/** An interval of a varied path; null where the sweep’s range ends first. */
export type Interval = readonly [from: number | null, to: number | null];

/** Where along a varied path one thing turns, all else as stated. */
export interface TippingPoint {
  readonly path: string;
  readonly truth: string;
  /** The other varied paths with their values, as written. */
  readonly others: Readonly<Record<string, string>>;
  readonly criterion: Criterion;
  /** Smallest and largest value of the path. */
  readonly range: readonly [number, number];
  readonly crossings: readonly Crossing[];
  /** Where the claim is true, the experimental arm's rate is the higher, or the target is reached. */
  readonly holds: readonly Interval[];
  readonly sentence: string;
}
