import { describe, expect, it } from 'vitest';
import { doseRows, isEstimable, tellsApart } from '../../../src/trial/alpha-beta/estimable.ts';

/** So many fractions of a size. */
const course = (fractions: number, gy: number) => ({
  doseGy: fractions * gy,
  doseSquaredGy2: fractions * gy * gy,
});
const doses = [course(25, 2), course(13, 3.2), course(13, 3)];

describe('arms that tell total dose and fraction size apart', () => {
  it('are three of different doses, on no one line', () => {
    expect(doseRows(doses).map((row) => row.map((value) => Number(value.toFixed(9))))).toEqual([
      [-8.4, 33.12],
      [-11, 17],
    ]);
    expect(tellsApart(doses)).toBe(true);
    expect(tellsApart(doses.slice(0, 2))).toBe(false);
    // One of them twice; all in 2 Gy fractions
    expect(tellsApart([doses[0], doses[1], doses[1]])).toBe(false);
    expect(tellsApart([course(20, 2), course(25, 2), course(30, 2)])).toBe(false);
    // The same but for rounding, or truly another
    const near = (share: number) => ({ ...doses[1], doseGy: doses[1].doseGy * (1 + share) });
    expect(tellsApart([doses[0], doses[1], near(1e-12)])).toBe(false);
    expect(tellsApart([doses[0], doses[1], near(0.01)])).toBe(true);
  });

  it('count where some of their patients fail, and some do not', () => {
    const of = (failures: number[]) => isEstimable(doses, { failures, patients: [10, 10, 10] });
    expect(of([1, 5, 9])).toBe(true);
    for (const failures of [
      [0, 5, 9],
      [1, 10, 9],
      [1, 5, 0],
    ])
      expect(of(failures)).toBe(false);
  });
});
