import type { ShapeRule, SpendingRule } from '../efficacy-bounds/definition.ts';

/** The rule of a spending function. */
export const spendingBound = (spent: (fraction: number, level: number) => number): SpendingRule => ({
  kind: 'spending',
  spent: (fraction, level) => (fraction >= 1 ? level : spent(fraction, level)),
});

/** The rule of a fixed shape. */
export const shapedBound = (
  interim: (fraction: number, final: number) => number,
  final?: (oneSidedAlpha: number) => number,
): ShapeRule => ({ kind: 'shape', interim, ...(final && { final }) });
