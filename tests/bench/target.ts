/** What was to be reached; a bound may be missing, not both. */
export interface Bound {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A target with what was measured. */
export interface Target extends Bound {
  readonly workload: string;
  /** What the number is, as a noun. */
  readonly name: string;
  readonly measured: number;
  /** The least and most over pairs of runs. */
  readonly spread?: readonly [number, number];
  /** Follows the number: `×`, `MB`. */
  readonly unit: string;
}

/** How many times better a value is than its nearest bound: 1 on the bound, below where it is missed. */
export function timesTheBound(value: number, { atLeast, atMost }: Bound): number {
  return Math.min(
    atLeast === undefined ? Number.POSITIVE_INFINITY : value / atLeast,
    atMost === undefined ? Number.POSITIVE_INFINITY : atMost / value,
  );
}

/** Whether a target is met. */
export const isMet = (target: Target): boolean => timesTheBound(target.measured, target) >= 1;
