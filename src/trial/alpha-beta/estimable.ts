import type { DoseSums } from '../../radiobiology/linear-quadratic.ts';
import { isIdentifiable } from './dose-coefficients.ts';
import type { GroupedCounts } from './grouped-hazards.ts';

/** Differences of Σd (Gy) and Σd² (Gy²) of all doses but the first from the first. */
export function doseRows([first, ...others]: readonly DoseSums[]): [number, number][] {
  return others.map(({ doseGy, doseSquaredGy2 }) => [
    doseGy - first.doseGy,
    doseSquaredGy2 - first.doseSquaredGy2,
  ]);
}

/** Share of a dose below which a difference is rounding: the two are one dose. */
const ROUNDING = 1e-9;

const isSameDose = (a: DoseSums, b: DoseSums): boolean =>
  Math.abs(a.doseGy - b.doseGy) <= ROUNDING * a.doseGy &&
  Math.abs(a.doseSquaredGy2 - b.doseSquaredGy2) <= ROUNDING * a.doseSquaredGy2;

/** Whether arms of these doses tell total dose and fraction size apart: three of them lie on no one line. */
export function tellsApart(doses: readonly DoseSums[]): boolean {
  const different = doses.filter((dose, i) => doses.findIndex((other) => isSameDose(dose, other)) === i);
  return different.length > 2 && isIdentifiable(doseRows(different));
}

/**
 * Whether counts have an estimate: some patients fail and some do not in arms enough to tell total dose and fraction size
 * apart. Then the likelihood has one maximum, at finite coefficients.
 */
export function isEstimable(doses: readonly DoseSums[], { failures, patients }: GroupedCounts): boolean {
  return tellsApart(doses.filter((_, i) => failures[i] > 0 && failures[i] < patients[i]));
}
