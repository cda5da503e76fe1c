import { boundsAt } from '../trial/group-sequential/bounds-at.ts';
import type { SequentialDesign } from '../trial/sequential-design.ts';

/** Bounds on the normal score at one look. */
export interface LookBounds {
  readonly efficacy: number;
  /** −∞ where there is none. */
  readonly futility: number;
}

/**
 * Finds the bounds of a look from the failures seen at the looks so far, the present one last: those of the plan while all
 * is as planned, else anew from what was observed. What it has found once it remembers.
 */
export function createSequentialBounds({ plan, events }: SequentialDesign) {
  const { fractions } = plan.spec;
  const planned = events![events!.length - 1];
  const memory = new Map<string, LookBounds>();
  const solve = (seen: readonly number[], isLast: boolean): LookBounds => {
    const observed = seen.map((failures) => failures / planned);
    // Looks that were passed over spend nothing: the last one takes all that is left
    const held = isLast ? [...fractions.slice(0, seen.length - 1), 1] : fractions;
    const { upper, lower } = boundsAt({ ...plan, spec: { ...plan.spec, fractions: held } }, observed);
    return { efficacy: upper[seen.length - 1], futility: isLast ? -Infinity : lower[seen.length - 1] };
  };
  return (seen: readonly number[], isLast: boolean): LookBounds => {
    const look = seen.length - 1;
    const isPlanned =
      isLast === (look === fractions.length - 1) && seen.every((failures, k) => failures === events![k]);
    if (isPlanned)
      return {
        efficacy: plan.efficacy[look],
        futility: isLast ? -Infinity : (plan.futility?.[look] ?? -Infinity),
      };
    const key = `${seen.join(' ')}${isLast ? ' end' : ''}`;
    const found = memory.get(key) ?? solve(seen, isLast);
    memory.set(key, found);
    return found;
  };
}
