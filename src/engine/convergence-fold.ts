import type { Convergence } from './result.ts';

/** Counts that are kept at most: enough for a smooth line, few enough for a result that is read. */
const MOST = 20;
/** Fewer replicates than these say nothing of a share. */
const FEWEST = 10;

/**
 * Numbers of replicates at which the running estimate is kept: evenly spaced on a logarithmic scale from 10 to all of them,
 * by that number alone.
 *
 * @param replicates of the run, a whole number > 0
 */
export function convergencePoints(replicates: number): number[] {
  const first = Math.min(FEWEST, replicates);
  // rᵢ = r₀·(R/r₀)^(i/19)
  const points = Array.from({ length: MOST }, (_, i) =>
    Math.round(first * Math.exp((i / (MOST - 1)) * Math.log(replicates / first))),
  );
  return [...new Set([...points.slice(0, -1), replicates])];
}

/** Takes successes replicate by replicate, and keeps the counts at some numbers of them. */
export interface ConvergenceFold {
  add(isSuccess: boolean): void;
  result(): Convergence;
}

/** Nothing of the replicates of a truth yet. */
export function createConvergenceFold(replicates: number): ConvergenceFold {
  const points = convergencePoints(replicates);
  const successes: number[] = [];
  let [seen, count] = [0, 0];
  return {
    add: (isSuccess) => {
      seen++;
      if (isSuccess) count++;
      if (seen === points[successes.length]) successes.push(count);
    },
    result: () => ({ replicates: points, successes }),
  };
}
