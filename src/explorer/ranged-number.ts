/** A number that is moved with the hand. Plain data, so that it crosses to another thread. */
export interface RangedNumber {
  readonly id: string;
  readonly label: string;
  /** Empty where it has none. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** From min to max. */
  readonly value: number;
}
