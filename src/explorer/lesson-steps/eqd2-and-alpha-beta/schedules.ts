import { eqd2, equalFractions } from '../../../radiobiology/linear-quadratic.ts';
import { fractionsWords, tenthGray } from '../../lesson-parts/dose-words.ts';
import type { Table } from '../../lessons/definition.ts';

/** Dose sums of the usual schedule, 25 × 2 Gy, and of the shorter one, 5 × 6 Gy. */
export const USUAL = equalFractions(25, 2);
export const FEW = equalFractions(5, 6);

/** α/β in Gy of the lesson's three tissues. */
export const THREE = [10, 4, 2];

/** Fractions and their doses in Gy. */
const SCHEDULES = [
  [25, 2],
  [15, 2.85],
  [5, 5],
  [5, 6],
  [5, 8],
] as const;

/** EQD2 of some schedules at so many α/β in Gy. */
export function scheduleTable(alphaBetasGy: readonly number[]): Table {
  return {
    caption: 'EQD2 of five schedules',
    columns: ['Schedule', 'Total dose', ...alphaBetasGy.map((own) => `EQD2 at α/β ${own} Gy`)],
    rows: SCHEDULES.map(([fractions, doseGy]) => {
      const sums = equalFractions(fractions, doseGy);
      const doses = alphaBetasGy.map((own) => tenthGray(eqd2(sums, own)));
      return [fractionsWords(fractions, doseGy), tenthGray(sums.doseGy), ...doses];
    }),
  };
}
