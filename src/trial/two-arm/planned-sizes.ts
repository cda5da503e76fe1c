import { percentWords } from '../percent-words.ts';
import type { TwoArmPlan } from '../sample-size/definition.ts';
import { armsOf, exactPowerOfPlan } from '../sample-size/exact-power-of-plan.ts';
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

/** A test that is slow to prepare for each pair of sizes is searched from a formula of at most so many patients. */
const MOST_PATIENTS_WHERE_SLOW = 400;

function refuseSlowSearch({ label, secondsPerSizes }: TwoArmTest, total: number): void {
  if (secondsPerSizes === undefined || total <= MOST_PATIENTS_WHERE_SLOW) return;
  throw new RangeError(
    `no search by the ${label}: the formula asks for ${total} patients, and more than ${MOST_PATIENTS_WHERE_SLOW} in all would take too long (perArm asks for the power of one size)`,
  );
}

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
 * @throws RangeError if the planned rates do not meet the claim, no size within the search has the power, or the search
 * would take too long
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
  const [control, experimental] = armsOf(rounded, question.allocation);
  refuseSlowSearch(test, control + experimental);
  const powerAt = exactPowerOfPlan(test, rejects, plan);
  return { ...exactSizes(powerAt, power, formula), formula, rounded, powerAtRounded: powerAt(rounded) };
}
