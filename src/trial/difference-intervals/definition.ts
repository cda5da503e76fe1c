/** Events of one sample. */
export interface Sample {
  readonly events: number;
  /** Above 0. */
  readonly size: number;
}

/** An interval of a difference of two proportions. */
export interface DifferenceIntervalDefinition {
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /**
   * Limits of the first rate minus the second.
   *
   * @param level of both sides together, in (0, 1)
   */
  interval(first: Sample, second: Sample, level: number): [low: number, high: number];
}
