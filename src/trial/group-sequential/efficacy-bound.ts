import type { BoundRule, BoundsPlan, EfficacyBound } from '../efficacy-bounds/definition.ts';
import { requireFractions } from './information-fractions.ts';
import { solveBounds } from './solve-bounds.ts';
import { walkBounds } from './walk-bounds.ts';

/** The bounds of a spending function. */
export const spendingBound = (spent: (fraction: number, level: number) => number): EfficacyBound =>
  efficacyBound({
    kind: 'spending',
    spent: (fraction, level) => (fraction >= 1 ? level : spent(fraction, level)),
  });

/** The bounds of a fixed shape. */
export const shapedBound = (
  interim: (fraction: number, final: number) => number,
  final?: (oneSidedAlpha: number) => number,
): EfficacyBound => efficacyBound({ kind: 'shape', interim, ...(final && { final }) });

function efficacyBound(rule: BoundRule): EfficacyBound {
  const questionOf = ({ fractions, oneSidedAlpha }: BoundsPlan) => {
    requireLevel(oneSidedAlpha);
    return { fractions: requireFractions(fractions), oneSidedAlpha, rule, isBinding: false, drift: 0 };
  };
  return {
    rule,
    bounds: (plan) => [...solveBounds(questionOf(plan)).upper],
    boundsAt: (plan, observed) => {
      const question = questionOf(plan);
      requireObserved(observed, plan.fractions);
      const planned = rule.kind === 'shape' ? solveBounds(question).upper.at(-1)! : Number.NaN;
      const last = rule.kind === 'shape' ? rule.final?.(plan.oneSidedAlpha) : undefined;
      return [...walkBounds(question, { planned, last, observed }).upper];
    },
  };
}

/**
 * Returns a one-sided level that is valid.
 *
 * @throws RangeError if it is not in (0, 0.5)
 */
export function requireLevel(oneSidedAlpha: number): number {
  if (!(oneSidedAlpha > 0 && oneSidedAlpha < 0.5))
    throw new RangeError(`invalid oneSidedAlpha: ${oneSidedAlpha} (must be in (0, 0.5))`);
  return oneSidedAlpha;
}

/**
 * Returns observed fractions that are valid.
 *
 * @throws RangeError if there are more than planned, or they do not rise
 */
export function requireObserved(observed: readonly number[], planned: readonly number[]): readonly number[] {
  if (observed.length > planned.length)
    throw new RangeError(
      `invalid observed: ${observed.length} looks (must be at most the ${planned.length} planned)`,
    );
  return requireFractions(observed, true);
}
