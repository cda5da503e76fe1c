import type { TestLevel } from '../tests/definition.ts';

/** What a log-rank comparison is planned on, hazards being proportional. */
export interface EventPlan {
  /** Hazard of the experimental arm over the control’s, in truth; above 0. */
  readonly hazardRatio: number;
  /** The same that the trial must rule out: the margin, or 1; above 0. */
  readonly nullHazardRatio: number;
  /** Experimental patients for each control patient, above 0. */
  readonly allocation: number;
  readonly level: TestLevel;
  /**
   * Probability that a patient’s event is observed, whose hazard is so many times the control’s planned one. Only
   * ratios of it matter.
   */
  eventProbability(hazardFactor: number): number;
}

/** One entry of the registry of event formulas: how many events, of both arms, a power needs. */
export interface EventFormula {
  /** In running text. */
  readonly label: string;
  /** Mean and variance that it reckons with, in a sentence. */
  readonly convention: string;
  readonly reference: string;
  /**
   * Events, unrounded.
   *
   * @throws RangeError if the truth does not meet the claim: its hazard ratio lies at the null one or above
   */
  events(plan: EventPlan, power: number): number;
  /** Power of so many events. */
  power(plan: EventPlan, events: number): number;
}
