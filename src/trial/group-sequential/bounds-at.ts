import { requireObserved } from './information-fractions.ts';
import type { SequentialPlan } from './sequential-plan.ts';
import { type SolvedBounds, walkBounds } from './walk-bounds.ts';

/**
 * Bounds of the looks held so far at the information that was observed. Spending functions spend by it; bounds of a fixed
 * shape stay as planned. Either way the last planned look takes all that is left of the level, whether it has more
 * information than planned or less. Futility bounds are those of the plan's drift; where they bind, the efficacy bounds count
 * on them. The last planned look's two meet.
 *
 * @param observed fractions of the planned information, rising; as many as looks were held
 * @throws RangeError if the fractions are invalid, or more looks were held than planned
 */
export function boundsAt(
  { spec, drift, efficacy }: SequentialPlan,
  observed: readonly number[],
): SolvedBounds {
  const { fractions, oneSidedAlpha, futility, isBinding = false } = spec;
  requireObserved(observed, fractions);
  const rule = spec.efficacy;
  const last = rule.kind === 'shape' ? rule.final?.(oneSidedAlpha) : undefined;
  return walkBounds(
    { fractions, oneSidedAlpha, rule, futility, isBinding, drift },
    { planned: efficacy.at(-1)!, last, observed },
  );
}
