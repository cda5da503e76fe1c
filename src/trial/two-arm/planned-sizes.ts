import { percentWords } from '../percent-words.ts';
import type { TwoArmPlan } from '../sample-size/definition.ts';
import { exactPowerOfPlan } from '../sample-size/exact-power-of-plan.ts';
import { type ExactSizes, exactSizes } from '../sample-size/exact-sizes.ts';
import { sizeFormula } from '../sample-size/size-formula.ts';
import type { TwoArmCounts, TwoArmTest } from '../tests/definition.ts';
import { questionEndpoint, successPlan, type TwoArmQuestion } from './question.ts';

/** Sizes by formula and by search; all in control patients. */
export interface PlannedSizes extends ExactSizes {
  /** By the closed formula, unrounded. */
  readonly formula: number;
  /** The formula's size as patients. */
  readonly rounded: number;
  /** Exact power at the formula's size. */
  readonly powerAtRounded: number;
}

/** Rounding of the formula's arithmetic must not cost a patient. */
const ROUNDING = 1e-9;

/** Why no size will do: the planned rates do not meet the claim. */
function refuseUnmetClaim(
  question: TwoArmQuestion,
  { experimentalRate, controlRate, margin }: TwoArmPlan,
): void {
  if (experimentalRate - controlRate + margin > ROUNDING) return;
  const { eventIsGood } = questionEndpoint(question);
  const sign = eventIsGood ? -1 : 1;
  const planned = percentWords(question.experimentalRate);
  const limit = percentWords(question.controlRate + sign * margin);
  throw new RangeError(
    margin > 0
      ? `no sample size: the planned experimental rate, ${planned}, lies at the margin, ${limit}, or beyond`
      : `no sample size: the planned experimental rate, ${planned}, is not better than the control’s, ${limit}`,
  );
}

/**
 * The sizes that reach a power.
 *
 * @throws RangeError if the planned rates do not meet the claim, or no size within the search has the power
 */
export function plannedSizes(
  question: TwoArmQuestion,
  test: TwoArmTest,
  rejects: (counts: TwoArmCounts) => boolean,
  power: number,
): PlannedSizes {
  const plan = successPlan(question);
  refuseUnmetClaim(question, plan);
  const formula = sizeFormula(question.test, question.margin).size(plan, power);
  const rounded = Math.max(1, Math.ceil(formula - ROUNDING));
  const powerAt = exactPowerOfPlan(test, rejects, plan);
  return { ...exactSizes(powerAt, power, formula), formula, rounded, powerAtRounded: powerAt(rounded) };
}
