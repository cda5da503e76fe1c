import type { TestLevel } from '../tests/definition.ts';

/** What a two-arm trial is planned on; rates are of success, the outcome one hopes for. */
export interface TwoArmPlan {
  /** In (0, 1), and so is the experimental rate. */
  readonly controlRate: number;
  readonly experimentalRate: number;
  /** How far below the control's the experimental rate may lie, in [0, 1). */
  readonly margin: number;
  readonly level: TestLevel;
  /** Experimental patients for each control patient, above 0. */
  readonly allocation: number;
}

/** A closed formula of the sample size. */
export interface SizeFormula {
  /** In running text. */
  readonly label: string;
  readonly reference: string;
  /**
   * Patients of the control arm, unrounded.
   *
   * @throws RangeError if the experimental rate lies at the margin or below: no size will do
   */
  size(plan: TwoArmPlan, power: number): number;
  /** The approximate power of so many control patients. */
  power(plan: TwoArmPlan, controlSize: number): number;
}
