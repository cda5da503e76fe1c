import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTimeSorter } from '../../../src/trial/sort-times.ts';
import type { TimeData } from '../../../src/trial/time-data.ts';
import { coxEstimate, coxScore } from '../../../src/trial/time-statistics/cox-score.ts';
import { countFailures, createFailureTabulator } from '../../../src/trial/time-statistics/failure-table.ts';
import {
  createRiskTabulator,
  failuresUntil,
  type RiskTable,
} from '../../../src/trial/time-statistics/risk-table.ts';
import { estimateRatio, type Score } from '../../../src/trial/time-statistics/solve-score.ts';
import { tiedMoments } from '../../../src/trial/time-statistics/tied-failures.ts';
import { check } from '../../fixtures/check-property.ts';

/** The score row by row of all times, each by the moments of ties. */
function plainScore({ rows, failures, atRisk }: RiskTable, ratio: number, into: Score): void {
  const moments = { mean: 0, variance: 0 };
  into.score = 0;
  into.information = 0;
  for (let row = 0; row < rows; row++) {
    const tied = failures[0][row] + failures[1][row];
    if (tied === 0) continue;
    tiedMoments(tied, atRisk[0][row], atRisk[1][row], ratio, moments);
    into.score += failures[1][row] - moments.mean;
    into.information += moments.variance;
  }
}

function plainEstimate(table: RiskTable) {
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const [[d0, d1], [n0, n1]] = [table.failures, table.atRisk];
  return estimateRatio(
    (ratio, into) => plainScore(table, ratio, into),
    rows.some((row) => d0[row] > 0 && d1[row] < n1[row]),
    rows.some((row) => d1[row] > 0 && d0[row] < n0[row]),
  );
}

/** Times on a grid, which ties them, and off it; all ends, or no failure at all. */
const trial = fc
  .tuple(fc.constantFrom([0, 1, 2], [0, 1], [0, 2], [1], [0]), fc.integer({ min: 0, max: 40 }))
  .chain(([ends, size]) =>
    fc.array(
      fc.record({
        years: fc.oneof(
          fc.integer({ min: 0, max: 12 }).map((quarters) => quarters / 4),
          fc.double({ min: 0, max: 5, noNaN: true }),
        ),
        status: fc.constantFrom(...ends),
        arm: fc.constantFrom(0, 1),
      }),
      { minLength: size, maxLength: size },
    ),
  )
  .map(
    (patients): TimeData =>
      createTimeSorter()(
        Float64Array.from(patients, ({ years }) => years),
        Uint8Array.from(patients, ({ status }) => status),
        Uint8Array.from(patients, ({ arm }) => arm),
        patients.length,
      ),
  );

describe('createFailureTabulator', () => {
  const tabulate = createFailureTabulator();
  const tabulateAll = createRiskTabulator();

  it('has the rows of the risk table at which somebody fails', () => {
    check(
      fc.property(trial, (data) => {
        const table = tabulate(data);
        const all = tabulateAll(data);
        const rowOf = ({ atRisk, failures }: Pick<RiskTable, 'atRisk' | 'failures'>, row: number) =>
          [...atRisk, ...failures].map((column) => column[row]);
        const expected = Array.from({ length: all.rows }, (_, row) => rowOf(all, row));
        expect(Array.from({ length: table.rows }, (_, row) => rowOf(table, row))).toEqual(
          expected.filter(([, , control, experimental]) => control + experimental > 0),
        );
        expect(countFailures(table)).toBe(failuresUntil(all, Infinity));
      }),
    );
  });

  it('gives the score and the estimate of the risk table, every bit', () => {
    check(
      fc.property(trial, fc.double({ min: 0.05, max: 20, noNaN: true }), (data, ratio) => {
        const [found, expected] = [
          { score: 0, information: 0 },
          { score: 0, information: 0 },
        ];
        const table = tabulate(data);
        const all = tabulateAll(data);
        for (const at of [1, ratio]) {
          coxScore(table, at, found);
          plainScore(all, at, expected);
          expect(found).toEqual(expected);
        }
        expect(coxEstimate(table)).toEqual(plainEstimate(all));
        coxScore(table, 1, found);
        expect(coxEstimate(table, found)).toEqual(plainEstimate(all));
      }),
    );
  });
});
