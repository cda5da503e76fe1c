import { cutOffOf, oneStageDesign, type Succeeds } from './one-stage.ts';
import { type SizesOfPower, sizesOfPower } from './sizes-of-power.ts';
import type { SuccessRates } from './success-rates.ts';

/** How large a trial is: as stated, or as small as a power allows. */
export interface SizePlan {
  readonly perArm?: number | undefined;
  readonly power: number;
  readonly maximumSize: number;
}

/**
 * The design of the stated size, or else the smallest that reaches the power.
 *
 * @param succeeds the rule; its cut-off must not fall as the size grows
 * @throws RangeError if no count of the stated size is enough, or no size reaches the power
 */
export function plannedSize(succeeds: Succeeds, rates: SuccessRates, plan: SizePlan): SizesOfPower {
  if (plan.perArm === undefined) return sizesOfPower(succeeds, rates, plan.power, plan.maximumSize);
  const cutOff = cutOffOf(succeeds, plan.perArm);
  if (cutOff > plan.perArm)
    throw new RangeError(
      `invalid perArm: ${plan.perArm} (too few: not even ${plan.perArm} successes are enough)`,
    );
  return { smallest: oneStageDesign(plan.perArm, cutOff, rates) };
}

/** How the size came about, in a sentence. */
export function sizeWords({ perArm, power, maximumSize }: SizePlan, { lasting }: SizesOfPower): string {
  if (perArm !== undefined) return 'The number of patients is as stated.';
  const sought = `The smallest number of patients with a power of at least ${Number((100 * power).toPrecision(6))} %`;
  return lasting
    ? `${sought}; power is not monotone in it, but stays from ${lasting.size} on up to ${maximumSize}.`
    : `${sought}; power is not monotone in it, and at ${maximumSize}, where the search ended, is below.`;
}
