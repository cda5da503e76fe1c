import type { TimeData } from '../time-data.ts';

/** What a test finds in the data of two arms. */
export interface TimeFinding {
  /**
   * A standard normal score where the claim lies on its border: large speaks for the experimental arm against the margin.
   * NaN where the data say nothing (no failure at all).
   */
  readonly statistic: number;
  /**
   * Estimated effect, experimental against control, on the test's scale: log hazard ratio, difference of control
   * probabilities, years. NaN or ±Infinity where it does not exist.
   */
  readonly estimate: number;
  /** Infinity or NaN where the estimate does not exist. */
  readonly standardError: number;
  /** Failures counted, both arms. */
  readonly failures: number;
}

/**
 * Finds what a test finds in data.
 *
 * @param wantsEstimate whether the estimate is asked for, beside what decides; true unless given. Where it is not, it may
 *   be left out: NaN, as is its standard error
 */
export type TimeAnalysis = (data: TimeData, wantsEstimate?: boolean) => TimeFinding;

/** What a test's margin and estimate are of. */
export type TimeScale = 'hazardRatio' | 'subdistributionHazardRatio' | 'difference' | 'restrictedMeanYears';

/** A test, of the times at which patients fail, that the experimental arm is better than the control by its margin. */
export interface TimeTest {
  /** In running text. */
  readonly label: string;
  readonly summary: string;
  readonly reference: string;
  /** Statistic and when it shows the claim, in plain notation. */
  readonly equations: readonly string[];
  /** Scale on which its margin is stated. */
  readonly scale: TimeScale;
  /** Whether it can be asked about a margin other than none. */
  readonly takesMargin: boolean;
  /** Whether it weighs all follow-up, or looks at one time, of which what is seen before says little. */
  readonly looksAt: 'hazards' | 'time';
  /** Whether competing events are something other than censorings to it. */
  readonly seesCompeting: boolean;
  /**
   * Prepares the test; the function that it returns uses its buffers again at each call.
   *
   * @param margin hazard ratio (> 0; 1 is none), how far the control probability at the time may fall (>= 0), or years that
   *   may be lost (>= 0); passed over by a test that takes none
   * @param atYears time of a test that looks at one (> 0); one of hazards uses all the data and passes it over
   * @throws RangeError if the margin, or the time of a test that looks at one, is out of range
   */
  create(margin: number, atYears: number): TimeAnalysis;
}
