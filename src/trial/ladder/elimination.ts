import { posteriorAbove } from '../beta-posterior.ts';
import type { LadderState } from './ladder-state.ts';

/** Fewer patients at a level do not eliminate it. */
const LEAST_PATIENTS = 3;
const FLAT = { a: 1, b: 1 };

/** Finds the lowest level that is eliminated; the number of levels where none is. */
export type Elimination = (state: LadderState) => number;

/**
 * Whether so many toxicities among so many patients eliminate a level: from three patients on, once the posterior
 * probability of a rate above the target exceeds the cut-off, the prior being flat.
 *
 * @see Liu & Yuan 2015, J R Stat Soc C 64:507
 */
export function isEliminated(toxic: number, size: number, target: number, cutOff: number): boolean {
  // P(p > φ | y of n) > cut-off, p ~ Beta(1, 1)
  return size >= LEAST_PATIENTS && posteriorAbove(FLAT, toxic, size, target) > cutOff;
}

/**
 * Eliminates a level and all above it by {@link isEliminated}. A patient who is still watched counts as the share of the
 * window that is over.
 *
 * @param cutOff in (0, 1); without one nothing is eliminated
 */
export function elimination(target: number, cutOff: number | undefined): Elimination {
  if (cutOff === undefined) return ({ treated }) => treated.length;
  const known = new Map<string, boolean>();
  return ({ treated, toxic, watched }) => {
    const at = treated.findIndex((count, level) => {
      if (count < LEAST_PATIENTS) return false;
      let size = count;
      for (const patient of watched) if (patient.level === level) size -= 1 - patient.followed;
      const key = `${toxic[level]}/${size}`;
      let isOut = known.get(key);
      if (isOut === undefined) {
        isOut = posteriorAbove(FLAT, toxic[level], size, target) > cutOff;
        // What is followed in part is different each time
        if (size === count) known.set(key, isOut);
      }
      return isOut;
    });
    return at < 0 ? treated.length : at;
  };
}

/** The fewest toxicities among `size` patients that eliminate a level; undefined where none do. */
export function eliminatesAt(size: number, target: number, cutOff: number): number | undefined {
  for (let toxic = 1; toxic <= size; toxic++) if (isEliminated(toxic, size, target, cutOff)) return toxic;
  return undefined;
}
