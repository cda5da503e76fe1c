import { findRoot } from '../../numeric/find-root.ts';
import { type BoundsQuestion, type SolvedBounds, walkBounds } from './walk-bounds.ts';

/** The last look's bound is sought between minus this and this. */
const WIDEST = 10;

/**
 * Bounds of a plan.
 *
 * @throws RangeError if the interim looks alone spend more than the level
 */
export function solveBounds(question: BoundsQuestion): SolvedBounds {
  const { rule, futility, isBinding, oneSidedAlpha } = question;
  if (rule.kind === 'spending' && !futility?.needsFinalEfficacy) return walkBounds(question, {});
  const stated = rule.kind === 'shape' ? rule.final?.(oneSidedAlpha) : undefined;
  if (stated !== undefined) return walkBounds(question, { planned: stated, last: stated });
  const last = finalBound(isBinding ? question : { ...question, futility: undefined });
  return walkBounds(question, { planned: last, last });
}

/** The last look's bound by which interim bounds go, and with which the level is spent. */
function finalBound(question: BoundsQuestion): number {
  const { rule, futility, oneSidedAlpha } = question;
  if (rule.kind === 'spending' && !futility) return walkBounds(question, {}).upper.at(-1)!;
  // The more the last look asks, the less is spent: by it, and by interim looks that go by it
  const excess = (last: number): number =>
    walkBounds(question, { planned: last, last }).spent.at(-1)! - oneSidedAlpha;
  const least = excess(WIDEST);
  if (least > 0)
    throw new RangeError(
      `invalid interim bounds: they spend ${least + oneSidedAlpha} (must be below the level, ${oneSidedAlpha})`,
    );
  return excess(-WIDEST) <= 0 ? -Infinity : findRoot(excess, -WIDEST, WIDEST);
}
