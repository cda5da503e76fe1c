/** One arm as the exact engine sees it: patients, and a patient's event probabilities, by claim. */
export interface ArmCells {
  readonly size: number;
  /** P(event) of each claim's endpoint. */
  readonly rates: readonly number[];
  /** P(both events) of the two endpoints; absent with another number of claims. */
  readonly both?: number;
  /** P(pattern) of a patient with three endpoints or more: bit d of a pattern says whether endpoint d has its event. */
  readonly patterns?: readonly number[];
  /** Share of a single arm's patients whom the claim looks at, each by chance; absent where these are all. */
  readonly share?: number;
}
