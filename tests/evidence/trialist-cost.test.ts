import { describe, expect, it } from 'vitest';
import { controlFitModels } from '../../src/evidence/control-models/index.ts';
import { createControlFitter } from '../../src/evidence/fit-control.ts';
import { costTrialist, patientsPerArm } from '../../src/evidence/trialist-cost.ts';
import { doseSums } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { controlRows, withoutTwelve } from '../fixtures/evidence.ts';

const schedule = (text: string) => ({ text, sums: doseSums(parseSchedule(text)) });
const model = controlFitModels.residualDisease;
const fitter = createControlFitter(model, controlRows);
const cost = (second: string) =>
  costTrialist(model, fitter, withoutTwelve, [schedule('25 x 2 Gy'), schedule(second)], [1.5, 3, 4.9, 10]);

describe('what α/β costs a trialist', () => {
  it('patients an arm: 0.5 against 0.4 take 385, as in the textbooks', () => {
    // (1.959964 + 0.841621)²·(0.25 + 0.24)/0.01 = 384.6
    expect(patientsPerArm(0.5, 0.4)).toBe(385);
    expect(patientsPerArm(0.4, 0.5)).toBe(385);
    expect(patientsPerArm(0.4, 0.4)).toBeUndefined();
  });

  // By scipy with convergent quadrature; 13 nodes give 7794, 1196, 601 and 334
  it('5 × 5 Gy: from 320 patients an arm at α/β 10 Gy to 6800 at 1.5 Gy', () => {
    const expected = [
      [0.93582, 0.92356, 6825.8],
      [0.94161, 0.91051, 1107.3],
      [0.94522, 0.90102, 566.3],
      [0.94919, 0.88911, 319.2],
    ];
    cost('5 x 5 Gy').forEach(({ longRunControl, perArm, eqd2Gy }, i) => {
      // Printed to 1e-5; the difference of 0.012 at 1.5 Gy makes that 0.2 % of the size
      expect(longRunControl[0]).toBeCloseTo(expected[i][0], 4);
      expect(longRunControl[1]).toBeCloseTo(expected[i][1], 4);
      expect(Math.abs(perArm! / expected[i][2] - 1)).toBeLessThan(0.005);
      expect(eqd2Gy[0]).toBeCloseTo(50, 10);
    });
  });

  it('5 × 6 Gy: the sign of the difference turns with α/β', () => {
    const points = cost('5 x 6 Gy').map(({ difference }) => 100 * difference);
    [2.65, 0.75, -0.7, -2.64].forEach((expected, i) => {
      expect(Math.abs(points[i] - expected)).toBeLessThan(0.02);
    });
  });

  it('alike schedules need no trial', () => {
    expect(cost('25 x 2 Gy')[0]).toMatchObject({ difference: 0, perArm: null });
  });
});
