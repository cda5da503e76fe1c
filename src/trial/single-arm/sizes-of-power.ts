import { type OneStageDesign, oneStageDesign, type Succeeds } from './one-stage.ts';
import type { SuccessRates } from './success-rates.ts';

/** Sizes at which a rule reaches its power. Power is not monotone in the size: the counts are whole. */
export interface SizesOfPower {
  /** The smallest size that reaches it. */
  readonly smallest: OneStageDesign;
  /** The size from which every larger one up to the bound reaches it; absent where the bound itself does not. */
  readonly lasting?: OneStageDesign;
}

/**
 * Looks through every size up to a bound for those whose power is at least `power`.
 *
 * @param succeeds the rule; its cut-off must not fall as the size grows
 * @throws RangeError if no size up to the bound reaches the power
 */
export function sizesOfPower(
  succeeds: Succeeds,
  rates: SuccessRates,
  power: number,
  maximumSize: number,
): SizesOfPower {
  let smallest: OneStageDesign | undefined;
  let lasting: OneStageDesign | undefined;
  let best = 0;
  for (let size = 1, cutOff = 0; size <= maximumSize; size++) {
    while (cutOff <= size && !succeeds(cutOff, size)) cutOff++;
    const design = oneStageDesign(size, cutOff, rates);
    best = Math.max(best, design.power);
    if (design.power < power) lasting = undefined;
    else {
      smallest ??= design;
      lasting ??= design;
    }
  }
  if (smallest === undefined)
    throw new RangeError(
      `no size up to maximumSize ${maximumSize} reaches a power of ${power}: the most is ${best.toFixed(4)}`,
    );
  return { smallest, ...(lasting && { lasting }) };
}
