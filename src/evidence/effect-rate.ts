import type { Effects } from './effects-schema.ts';

type Counts = Pick<Effects['control'], 'events' | 'patients' | 'rate' | 'standardError'>;

/** A rate in [0, 1] with its variance. */
export interface EffectRate {
  readonly rate: number;
  readonly variance: number;
}

/** The rate of an arm and its variance: as stated, else from counts; undefined where it does not state enough. */
export function effectRate({ events, patients, rate, standardError }: Counts): EffectRate | undefined {
  const counted = events !== undefined && patients !== undefined ? events / patients : undefined;
  const p = rate ?? counted;
  if (p === undefined) return undefined;
  if (standardError !== undefined) return { rate: p, variance: standardError * standardError };
  // Var = p(1 − p)/n
  return patients === undefined ? undefined : { rate: p, variance: (p * (1 - p)) / patients };
}
