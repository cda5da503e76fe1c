import type { BoundRule, BoundsPlan, EfficacyBound } from '../efficacy-bounds/definition.ts';
import { requireOneSidedLevel } from '../significance-level.ts';
import { requireFractions, requireObserved } from './information-fractions.ts';
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
    requireOneSidedLevel(oneSidedAlpha);
    return { fractions: requireFractions(fractions), oneSidedAlpha, rule, isBinding: false, drift: 0 };
  };
  // A trial asks for its bounds at every look; solving a shape's constant takes longest
  const finals = new WeakMap<BoundsPlan, number>();
  const finalOf = (plan: BoundsPlan): number => {
    const known = finals.get(plan) ?? solveBounds(questionOf(plan)).upper.at(-1)!;
    finals.set(plan, known);
    return known;
  };
  return {
    rule,
    bounds: (plan) => [...solveBounds(questionOf(plan)).upper],
    boundsAt: (plan, observed) => {
      const question = questionOf(plan);
      requireObserved(observed, plan.fractions);
      const planned = rule.kind === 'shape' ? finalOf(plan) : Number.NaN;
      const last = rule.kind === 'shape' ? rule.final?.(plan.oneSidedAlpha) : undefined;
      return [...walkBounds(question, { planned, last, observed }).upper];
    },
  };
}
