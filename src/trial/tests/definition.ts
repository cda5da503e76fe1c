/** Counts of one endpoint in two arms, as successes (the outcome one hopes for) of evaluable patients. */
export interface TwoArmCounts {
  readonly controlSuccesses: number;
  readonly controlSize: number;
  readonly experimentalSuccesses: number;
  readonly experimentalSize: number;
}

/** A test that the experimental success rate is less than `margin` below the control's. */
export interface TwoArmTest {
  readonly arms: 2;
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /** z: the larger, the stronger the case for non-inferiority; with a standard error of 0, ±∞ or 0 by the sign of the estimate. */
  statistic(counts: TwoArmCounts, margin: number): number;
}

/** A test of one arm's success rate against a fixed one. */
export interface OneArmTest {
  readonly arms: 1;
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /** One-sided p-value of `successes` or more of `size` when the success rate is `nullRate`. */
  pValue(successes: number, size: number, nullRate: number): number;
}
