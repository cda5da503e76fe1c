import type { Answer } from './measurement.ts';

/**
 * Standard errors that two programs' answers may lie apart: with some ten answers a bench, a false alarm comes once in a
 * thousand benches (two-sided normal tail at 4: 6.3e-5).
 */
export const MOST_ERRORS_APART = 4;

/** Exact answers of different programs may differ by rounding. */
const ROUNDING = 1e-9;

/** Sentences on each answer of a peer that lies too far from ours, or that we do not have; none where all agree. */
export function disagreements(
  ours: readonly Answer[],
  theirs: readonly Answer[],
  most = MOST_ERRORS_APART,
): string[] {
  return theirs.flatMap(({ name, estimate, mcse }) => {
    const own = ours.find((answer) => answer.name === name);
    if (!own) return [`${name}: no answer of ours to compare with`];
    const error = Math.hypot(own.mcse, mcse);
    const apart = Math.abs(own.estimate - estimate);
    // A NaN is no agreement
    if (apart <= Math.max(most * error, ROUNDING)) return [];
    const scores = error > 0 ? `, ${(apart / error).toFixed(1)} standard errors apart` : '';
    return [`${name}: ours ${own.estimate.toPrecision(6)}, theirs ${estimate.toPrecision(6)}${scores}`];
  });
}
