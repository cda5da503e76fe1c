import { isoeffectiveDoseGy } from '../../../evidence/isoeffective-dose.ts';
import { type DoseSums, eqd2, equalFractions } from '../../../radiobiology/linear-quadratic.ts';

/** Dose sums of the usual schedule, 25 × 2 Gy. */
export const USUAL = equalFractions(25, 2);

/** α/β in Gy that the lesson takes for the tumour, for late and for early reactions. */
export const TUMOUR_GY = 4;
export const LATE_GY = 3;
export const EARLY_GY = 10;

/** Dose per fraction in Gy with which so many fractions equal 25 × 2 Gy. */
export const equalFractionGy = (fractions: number, alphaBetaGy: number): number =>
  isoeffectiveDoseGy(USUAL, fractions, alphaBetaGy) / fractions;

/** The schedule of so many fractions that equals 25 × 2 Gy. */
const equalSchedule = (fractions: number, alphaBetaGy: number): DoseSums =>
  equalFractions(fractions, equalFractionGy(fractions, alphaBetaGy));

/** EQD2 in Gy for one tissue of the schedule that is equal for another. */
export const eqd2Elsewhere = (fractions: number, equalGy: number, elsewhereGy: number): number =>
  eqd2(equalSchedule(fractions, equalGy), elsewhereGy);
