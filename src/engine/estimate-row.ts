import type { Aim, SetName } from '../trial/aims/definition.ts';
import type { FiellerSet, RatioInterval } from '../trial/alpha-beta/ratio-sets.ts';
import { type EffectEvent, expectedSign } from '../trial/alpha-beta/wrong-sign.ts';
import { type EstimationColumns, setInRow } from './estimation-columns.ts';

/** One estimate of α/β. */
export interface EstimateRow {
  readonly ratioGy: number;
  readonly standardErrorGy: number;
  readonly perGy: number;
  readonly perGy2: number;
  readonly sets: Readonly<Record<SetName | 'delta', FiellerSet>>;
}

/**
 * The estimate of a row, or undefined where the replicate has none.
 *
 * @param z standard errors that the delta interval reaches to either side
 */
export function estimateInRow(
  { perGy, perGy2, standardErrorGy, sets }: EstimationColumns,
  row: number,
  z: number,
): EstimateRow | undefined {
  const fieller = setInRow(sets.fieller, row);
  const profileLikelihood = setInRow(sets.profileLikelihood, row);
  if (!fieller || !profileLikelihood) return undefined;
  const ratioGy = perGy[row] / perGy2[row];
  const reach = z * standardErrorGy[row];
  return {
    ratioGy,
    standardErrorGy: standardErrorGy[row],
    perGy: perGy[row],
    perGy2: perGy2[row],
    sets: {
      delta: { kind: 'interval', low: ratioGy - reach, high: ratioGy + reach },
      fieller,
      profileLikelihood,
    },
  };
}

/** The set as an interval where it has two ends. */
export function boundsOf({ kind, low, high }: FiellerSet): RatioInterval | undefined {
  return kind === 'interval' && low !== null && high !== null ? { low, high } : undefined;
}

/** Whether a coefficient, or a sum of them, has the sign that dose does not have for the event; 0 is wrong too. */
export const isWrong = (value: number, event: EffectEvent): boolean => expectedSign(event) * value <= 0;

/** Whether an estimate bounds α/β: both coefficients of the right sign, and a primary set with two ends. */
export function isBounding(
  { perGy, perGy2, sets }: EstimateRow,
  { event, primary }: Pick<Aim, 'event' | 'primary'>,
): boolean {
  return !isWrong(perGy, event) && !isWrong(perGy2, event) && boundsOf(sets[primary]) !== undefined;
}
