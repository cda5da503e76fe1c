import { describe, expect, it } from 'vitest';
import { cumulativeIncidenceAt } from '../../../src/trial/time-statistics/aalen-johansen.ts';
import { createArmCurves, fillArmCurves } from '../../../src/trial/time-statistics/arm-curves.ts';
import { greenwoodVariance, kaplanMeierAt } from '../../../src/trial/time-statistics/kaplan-meier.ts';
import { restrictedMeanTime } from '../../../src/trial/time-statistics/restricted-mean-time.ts';
import {
  atRiskAt,
  createRiskTabulator,
  failuresUntil,
} from '../../../src/trial/time-statistics/risk-table.ts';
import { createRandomTimes, timesOf } from '../../fixtures/random-times.ts';

const tabulate = (control: string, experimental: string) =>
  createRiskTabulator()(timesOf(control, experimental));

describe('createRiskTabulator', () => {
  it('counts who is left, and who leaves how, at each time', () => {
    const table = tabulate('1 1* 2+', '1 1 3+ 3*');
    const columns = [table.atRisk, table.failures, table.competing, table.censored];
    expect(Array.from(table.years.slice(0, table.rows))).toEqual([1, 2, 3]);
    expect(columns.map((arms) => arms.map((column) => Array.from(column.slice(0, table.rows))))).toEqual([
      [
        [3, 1, 0],
        [4, 2, 2],
      ],
      [
        [1, 0, 0],
        [2, 0, 0],
      ],
      [
        [1, 0, 0],
        [0, 0, 1],
      ],
      [
        [0, 1, 0],
        [0, 0, 1],
      ],
    ]);
    expect([0.9, 1, 1.1, 3, 3.1].map((at) => atRiskAt(table, 1, at))).toEqual([4, 4, 2, 2, 0]);
    expect([0.9, 1, 9].map((at) => failuresUntil(table, at))).toEqual([0, 3, 3]);
  });

  it('fills its columns anew', () => {
    const fill = createRiskTabulator();
    fill(timesOf('1 2 3 4', '1 2 3'));
    const table = fill(timesOf('5', '6+'));
    expect(table.rows).toBe(2);
    expect([table.failures[0][0], table.failures[1][0], table.failures[0][1]]).toEqual([1, 0, 0]);
  });
});

describe('kaplanMeierAt', () => {
  it('multiplies what is left at each failure, by hand', () => {
    const point = kaplanMeierAt(tabulate('1 2+ 3 4* 5', ''), 0, 3);
    // 4/5 · 2/3; 1/(5·4) + 1/(3·2)
    expect(point.control).toBeCloseTo(8 / 15, 15);
    expect(point.logVariance).toBeCloseTo(1 / 20 + 1 / 6, 15);
    expect([point.failures, point.atRisk]).toEqual([2, 3]);
    expect(greenwoodVariance(point)).toBeCloseTo((8 / 15) * (8 / 15) * (13 / 60), 15);
  });

  it('is binomial without censoring', () => {
    const point = kaplanMeierAt(tabulate('1 1 2 3 5 6 7 8', ''), 0, 4);
    expect(point.control).toBeCloseTo(1 / 2, 15);
    expect(greenwoodVariance(point)).toBeCloseTo(0.25 / 8, 15);
  });

  it('keeps the step before it falls to 0, and carries the last value on', () => {
    const fallen = kaplanMeierAt(tabulate('1 2 3', ''), 0, 9);
    expect(fallen.control).toBe(0);
    expect(fallen.lastAboveZero).toBeCloseTo(1 / 3, 15);
    expect(fallen.logVariance).toBeCloseTo(1 / 6 + 1 / 2, 15);
    const carried = kaplanMeierAt(tabulate('1 2+', ''), 0, 9);
    expect([carried.control, carried.atRisk]).toEqual([0.5, 0]);
  });
});

describe('cumulativeIncidenceAt', () => {
  it('is binomial without censoring, with and without competing events', () => {
    const { failure, competing, variance } = cumulativeIncidenceAt(
      tabulate('1 2* 3 4* 5 6 7+ 8+', ''),
      0,
      4.5,
    );
    expect([failure, competing]).toEqual([2 / 8, 2 / 8]);
    // Aalen's variance of distinct times: the binomial one, to the order 1/n²
    expect(Math.abs(variance - (0.25 * 0.75) / 8)).toBeLessThan(1 / 64);
  });

  it('has Aalen’s variance, by hand, of all that comes up to the time', () => {
    // S: 1, 3/4 after the failure at 1, 2/4 after the competing event at 2, 1/4 after the failure at 3; F(3) = 1/2
    const table = tabulate('1 2* 3 4+', '');
    const [first, second, third] = [(1 / 4) ** 2, (3 / 4 / 3) ** 2, (1 / 2 / 2) ** 2];
    const [g1, g2] = [(1 / 2 - 1 / 4) / (3 / 4), (1 / 2 - 1 / 4) / (1 / 2)];
    const { failure, competing, variance, failures } = cumulativeIncidenceAt(table, 0, 3);
    expect([failure, competing, failures]).toEqual([0.5, 0.25, 2]);
    expect(variance).toBeCloseTo(first * (1 - g1) ** 2 + second * g2 ** 2 + third, 15);
    const before = cumulativeIncidenceAt(table, 0, 2.9);
    expect([before.failure, before.failures]).toEqual([0.25, 1]);
    expect(before.variance).toBeCloseTo(first, 15);
  });

  it('has less of it where several leave at one time', () => {
    // Of five, two fail and two are taken away at 1: each with (5 − 2)/(5 − 1) of its variance
    const { variance } = cumulativeIncidenceAt(tabulate('1 1 1* 1* 3', ''), 0, 4);
    // F(1) = 2/5, F(3) = 3/5, S(1) = 1/5: g = 1 at 1
    expect(variance).toBeCloseTo((1 / 25) * 2 * (3 / 4) + 1 / 25, 15);
  });

  it('of failures alone is 1 − Kaplan–Meier', () => {
    const table = tabulate('1 2+ 3 4+ 5 6+', '');
    const { failure } = cumulativeIncidenceAt(table, 0, 5);
    expect(failure).toBeCloseTo(1 - kaplanMeierAt(table, 0, 5).control, 15);
  });
});

describe('restrictedMeanTime', () => {
  it('is the mean of times cut, without censoring', () => {
    const { years, variance } = restrictedMeanTime(tabulate('1 2 3 6', ''), 0, 4);
    expect(years).toBeCloseTo((1 + 2 + 3 + 4) / 4, 15);
    // Greenwood's is the sample's variance over n: (2.25 + 0.25 + 0.25 + 2.25) / 4 / 4
    expect(variance).toBeCloseTo(5 / 16, 15);
  });
});

describe('fillArmCurves', () => {
  it('agrees with the estimates at each time', () => {
    const make = createRandomTimes({
      perArm: 30,
      failureHazard: 0.2,
      hazardRatio: 1,
      competingHazard: 0.2,
      followUpYears: 5,
      gridYears: 0.25,
    });
    const table = createRiskTabulator()(make(3));
    const grid = [0, 0.25, 0.25, 0.6, 1, 2.3, 4, 6];
    for (const arm of [0, 1]) {
      const curves = createArmCurves(grid.length);
      fillArmCurves(table, arm, grid, curves);
      grid.forEach((atYears, k) => {
        const incidence = cumulativeIncidenceAt(table, arm, atYears);
        const net = kaplanMeierAt(table, arm, atYears);
        expect(curves.failure[k]).toBe(incidence.failure);
        expect(curves.competing[k]).toBe(incidence.competing);
        expect(curves.netFailure[k]).toBe(1 - net.control);
        expect(curves.atRisk[k]).toBe(net.atRisk);
      });
      expect(curves.netFailure[5]).toBeGreaterThan(curves.failure[5]);
    }
  });
});
