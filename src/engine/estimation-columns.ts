import type { SetName } from '../trial/aims/definition.ts';
import type { FiellerSet } from '../trial/alpha-beta/ratio-sets.ts';

/** Sets of one kind, one a replicate; ends are NaN where there is none. */
export interface SetColumns {
  /** Position of the kind among `setKinds`, counted from 1; 0 where the replicate has no estimate. */
  readonly kind: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What each replicate estimates; NaN where it has no estimate. */
export interface EstimationColumns {
  /** Coefficient of total dose, by Gy. */
  readonly perGy: Float64Array;
  /** Coefficient of Σd², by Gy². */
  readonly perGy2: Float64Array;
  /** In Gy, by the delta method. */
  readonly standardErrorGy: Float64Array;
  readonly sets: Readonly<Record<SetName, SetColumns>>;
}

/** The kinds of a set in the order of their codes. */
export const setKinds = [
  'interval',
  'complement',
  'wholeLine',
] as const satisfies readonly FiellerSet['kind'][];

/** The set of a row, or undefined where the replicate has no estimate. */
export function setInRow({ kind, low, high }: SetColumns, row: number): FiellerSet | undefined {
  const end = (value: number): number | null => (Number.isNaN(value) ? null : value);
  return kind[row] === 0
    ? undefined
    : { kind: setKinds[kind[row] - 1], low: end(low[row]), high: end(high[row]) };
}
