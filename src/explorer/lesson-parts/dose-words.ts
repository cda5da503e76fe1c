import { LQ_LIMIT_GY } from '../../radiobiology/lq-limit.ts';

/** `47.4 Gy`: always to a tenth, so that numbers of a table line up. */
export const tenthGray = (doseGy: number): string => `${doseGy.toFixed(1)} Gy`;

/** `6.21 Gy`: a dose per fraction. */
export const hundredthGray = (doseGy: number): string => `${doseGy.toFixed(2)} Gy`;

/** `5 × 6.2 Gy`, the dose to two digits at most. */
export const fractionsWords = (fractions: number, doseGy: number): string =>
  `${fractions} × ${Number(doseGy.toFixed(2))} Gy`;

/** A caution, with a space before it, where a fraction is larger than the model is well defended for; else nothing. */
export const largeFractionCaution = (doseGy: number): string =>
  doseGy > LQ_LIMIT_GY
    ? ` Above about ${LQ_LIMIT_GY} Gy a fraction the linear-quadratic model is disputed (Brenner 2008).`
    : '';

/** `more than`, `as much as` or `less than`: a dose beside another, as far as a tenth of a gray shows. */
export function comparedWith(doseGy: number, referenceGy: number): string {
  if (Math.abs(doseGy - referenceGy) < 0.05) return 'as much as';
  return doseGy > referenceGy ? 'more than' : 'less than';
}
