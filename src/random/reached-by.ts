import { NORMAL_REACH } from '../numeric/normal-quadrature.ts';
import type { Distribution } from './distributions/definition.ts';

/** Normal scores beyond those of every uniform that a stream gives, and the ends of the quadrature. */
export const EXTREME_SCORES = [-NORMAL_REACH, NORMAL_REACH] as const;

/** Values that stand for all that a law gives: every one of a finite law, the ends of a continuous one. */
export function reachedBy(law: Distribution): number[] {
  return law.atoms ? law.atoms.map(({ value }) => value) : EXTREME_SCORES.map((z) => law.atNormalScore(z));
}
