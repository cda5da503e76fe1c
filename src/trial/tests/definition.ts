/** Counts of one endpoint in two arms, as successes (the outcome one hopes for) of evaluable patients. */
export interface TwoArmCounts {
  readonly controlSuccesses: number;
  readonly controlSize: number;
  readonly experimentalSuccesses: number;
  readonly experimentalSize: number;
}

/** How strict a test is: its significance level, spent on the better side alone or on both. */
export interface TestLevel {
  /** In (0, 1). */
  readonly alpha: number;
  readonly sides: 1 | 2;
}

/** A test that the experimental success rate is less than `margin` below the control's. */
export interface TwoArmTest {
  readonly arms: 2;
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  /** The same where there is no margin, if that reads differently. */
  readonly summaryWithoutMargin?: string;
  readonly reference: string;
  /** Statistic and when it shows the claim, in plain notation. */
  readonly equations: readonly string[];
  /** The same at one of several looks, where it is one-sided, if that reads differently. */
  readonly equationsAtLooks?: readonly string[];
  /** Whether it can be asked about a margin other than 0. */
  readonly takesMargin: boolean;
  /** Whether more experimental successes, or fewer control successes, never undo a rejection. */
  readonly isMonotone: boolean;
  /** Whether it has no meaning at levels of a half and above, at which a futility bound below 0 asks a test. */
  readonly needsLevelBelowHalf?: true;
  /** Seconds to prepare it for one pair of sizes, where that takes a while. */
  readonly secondsPerSizes?: number;
  /**
   * Prepares the test; the function that it returns says whether counts of two arms with patients reject, in favour of
   * the experimental arm. A tie with the critical value rejects; with a standard error of 0 the sign of the estimate decides.
   *
   * @param margin in [0, 1)
   */
  create(margin: number, level: TestLevel): (counts: TwoArmCounts) => boolean;
  /** The same on the counts of each stratum; there if the test is one of strata, of which {@link create} has one. */
  createByStratum?(margin: number, level: TestLevel): (strata: readonly TwoArmCounts[]) => boolean;
}

/** A test of one arm's success rate against a fixed one. */
export interface OneArmTest {
  readonly arms: 1;
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /** Statistic and when it shows the claim, in plain notation. */
  readonly equations: readonly string[];
  /**
   * Prepares the test at a one-sided level; the function that it returns says whether `successes` of `size` (above 0)
   * reject the null rate in favour of a higher one.
   */
  create(nullRate: number, oneSidedAlpha: number): (successes: number, size: number) => boolean;
}
