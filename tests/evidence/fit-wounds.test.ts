import { describe, expect, it } from 'vitest';
import { fitWounds, hasWound, woundHomogeneity } from '../../src/evidence/fit-wounds.ts';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { calibrateWounds } from '../../src/evidence/wound-calibration.ts';
import { woundRows } from '../fixtures/evidence.ts';

const strict = woundRows.filter(({ wound }) => wound.use === 'strict');
const withDoremy = woundRows.filter(({ wound }) => wound.use !== 'other');
const table = woundRows.filter(({ wound }) => wound.use !== 'added');

/** Values by numpy's Newton steps, written separately: intercept, slope, their errors, deviance. */
const cases: [string, number, typeof woundRows, number, number, number, number, number][] = [
  ['one definition', 10, strict, -0.7918967265, 0.01459572378, 0.1019481882, 0.1672987342, 1.6090778992],
  ['one definition', 3, strict, -0.7807136672, -0.0544652434, 0.0969254918, 0.1009819649, 1.3200579057],
  ['with DOREMY', 10, withDoremy, -0.7971877445, 0.2220390801, 0.1018045279, 0.1405426687, 6.2802084608],
  ['the table', 10, table, -0.701943708, 0.3284662123, 0.0958500421, 0.064976191, 50.2901215647],
  ['the table', 3, table, -0.9240065719, 0.2699053873, 0.0718277009, 0.0555339589, 52.5321431672],
  ['all', 10, woundRows, -0.7163824195, 0.3356080947, 0.095574548, 0.0651934829, 52.3735261074],
];

describe('wound complications by dose', () => {
  it.each(cases)(
    '%s at α/β %i Gy agrees with numpy',
    (_name, alphaBetaGy, rows, b0, slope, e0, e1, deviance) => {
      const fit = fitWounds(rows, alphaBetaGy)!;
      expect(fit.intercept).toBeCloseTo(b0, 8);
      expect(fit.slopePer10Gy).toBeCloseTo(slope, 8);
      expect(fit.interceptError).toBeCloseTo(e0, 8);
      expect(fit.slopeError).toBeCloseTo(e1, 8);
      expect(fit.deviance).toBeCloseTo(deviance, 7);
    },
  );

  it('studies of one definition are alike: χ² 1.6 on 6 degrees of freedom', () => {
    expect(woundHomogeneity(strict)).toBeCloseTo(1.6039483, 6);
    const { sets, alphaBetaSpread } = calibrateWounds(woundRows, 10);
    expect(sets.map(({ name, ids }) => [name, ids.length])).toEqual([
      ['strict', 7],
      ['withAdded', 8],
      ['withOther', 15],
      ['all', 16],
    ]);
    expect(sets[0]).toMatchObject({ events: 167, patients: 537, degreesOfFreedom: 6 });
    expect(sets[3].myxoidIds).toEqual(['13', 'doremy']);
    // No α/β of the wound is refused by them
    expect(alphaBetaSpread).toBeLessThan(3.84);
  });

  it('sets every study beside the fit to those of one definition', () => {
    const { studies, sets } = calibrateWounds(woundRows, 10);
    expect(studies).toHaveLength(16);
    const { intercept, slopePer10Gy } = sets[0].fit!;
    const kalbasi = studies.find(({ id }) => id === '14')!;
    // 5 × 6 Gy is 40 Gy EQD2 at α/β 10 Gy
    expect(kalbasi.eqd2Gy).toBeCloseTo(40, 10);
    const p = 1 / (1 + Math.exp(-(intercept - slopePer10Gy)));
    expect(kalbasi.predicted).toBeCloseTo(p, 12);
    expect(kalbasi.z).toBeCloseTo((0.32 - p) / Math.sqrt((p * (1 - p)) / 52), 10);
    // The 5 % of 5 × 3.5 Gy were counted otherwise
    expect(studies.find(({ id }) => id === '7')!.z).toBeLessThan(-5);
  });

  it('recovers a slope from counts made with it', () => {
    const schedules = ['25 x 2 Gy', '18 x 2 Gy', '33 x 2 Gy', '10 x 2 Gy'];
    const lines = schedules.map((schedule, i) => {
      const doseGy = [50, 36, 66, 20][i];
      const p = 1 / (1 + Math.exp(-(-0.8 + (0.4 * (doseGy - 50)) / 10)));
      return `${i},${schedule},1000000,${Math.round(1e6 * p)},strict`;
    });
    const rows = readEvidence(`id,schedule,n,woundCount,woundUse\n${lines.join('\n')}`, 'x').filter(hasWound);
    // Counts rounded to one in a million move the coefficients by less than 1e-4
    expect(fitWounds(rows, 10)!.slopePer10Gy).toBeCloseTo(0.4, 4);
    expect(fitWounds(rows, 10)!.intercept).toBeCloseTo(-0.8, 4);
  });

  it.each([
    ['one dose', 'a,25 x 2,20,4\nb,25 x 2,20,6'],
    ['no complication', 'a,25 x 2,20,0\nb,5 x 5,20,0'],
    ['complications at one dose only', 'a,25 x 2,20,20\nb,5 x 5,20,0'],
  ])('gives no slope for %s', (_name, lines) => {
    const rows = readEvidence(`id,schedule,n,woundCount\n${lines}`, 'x').filter(hasWound);
    expect(fitWounds(rows, 10)).toBeUndefined();
  });
});

describe('choices of studies with wounds', () => {
  const without = (...ids: string[]) => woundRows.filter(({ id }) => !ids.includes(id));

  it('are told apart by their studies, not by their number', () => {
    const { sets } = calibrateWounds(without('4', '6', '7', '8', '9', '10', '11'), 10);
    expect(sets.map(({ name, ids }) => [name, ids.length])).toEqual([
      ['strict', 7],
      ['withAdded', 8],
      ['withOther', 8],
      ['all', 9],
    ]);
  });

  it('without the one definition give no fit to set studies beside', () => {
    const { sets, studies, alphaBetaSpread } = calibrateWounds(
      without('1', '2', '3', '13', '14', '15', '16', 'doremy'),
      10,
    );
    expect(sets.map(({ name }) => name)).not.toContain('strict');
    expect(alphaBetaSpread).toBeNull();
    expect(studies.every(({ predicted }) => predicted === null)).toBe(true);
  });
});
