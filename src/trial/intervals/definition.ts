/** An interval of one proportion. */
export interface IntervalDefinition {
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /**
   * Limits of the proportion of which `events` of `size` were seen.
   *
   * @param size above 0
   * @param level of both sides together, in (0, 1)
   */
  interval(events: number, size: number, level: number): [low: number, high: number];
}
