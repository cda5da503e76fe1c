import { describe, expect, it } from 'vitest';
import { jointCounts } from '../../src/trial/joint-counts.ts';

type Cells = Parameters<typeof jointCounts>[1];

/** The joint law of both counts, patient after patient. */
function oneByOne(size: number, { first, second, both }: Cells): number[][] {
  let law = [[1]];
  for (let n = 1; n <= size; n++) {
    const before = (i: number, j: number): number => law[i]?.[j] ?? 0;
    law = Array.from({ length: n + 1 }, (_, i) =>
      Array.from(
        { length: n + 1 },
        (_, j) =>
          before(i, j) * (1 - first - second + both) +
          before(i - 1, j) * (first - both) +
          before(i, j - 1) * (second - both) +
          before(i - 1, j - 1) * both,
      ),
    );
  }
  return law;
}

describe('the joint law of two counts', () => {
  it.each([
    [5, { first: 0.4, second: 0.3, both: 0.2 }],
    [5, { first: 0.4, second: 0.3, both: 0 }],
    [4, { first: 0.6, second: 0.7, both: 0.3 }],
    [4, { first: 0.3, second: 0.5, both: 0.3 }],
    [4, { first: 0.5, second: 0.3, both: 0.3 }],
    [3, { first: 0, second: 0.3, both: 0 }],
    [3, { first: 0.3, second: 0, both: 0 }],
    [3, { first: 1, second: 0.3, both: 0.3 }],
    [3, { first: 0.3, second: 1, both: 0.3 }],
    [0, { first: 0.3, second: 0.2, both: 0.1 }],
    // Rounding may take a cell a little below 0
    [3, { first: 0.3, second: 0.1, both: 0.1 + 1e-17 }],
  ])('of %d patients with %j is that of patients one after another', (size, cells) => {
    const expected = oneByOne(size, cells);
    const { firstFrom, secondFrom, rows } = jointCounts(size, cells);
    let total = 0;
    rows.forEach((row, i) => {
      row.forEach((p, j) => {
        expect(p).toBeCloseTo(expected[firstFrom + i][secondFrom + j], 14);
        total += p;
      });
    });
    expect(total).toBeCloseTo(1, 13);
  });

  it('of many patients leaves out what is rare, and has the right means', () => {
    const { firstFrom, secondFrom, rows } = jointCounts(2000, { first: 0.5, second: 0.4, both: 0.25 });
    expect(firstFrom).toBeGreaterThan(700);
    expect(secondFrom).toBeGreaterThan(500);
    let [total, first, second, product] = [0, 0, 0, 0];
    rows.forEach((row, i) => {
      row.forEach((p, j) => {
        total += p;
        first += p * (firstFrom + i);
        second += p * (secondFrom + j);
        product += p * (firstFrom + i) * (secondFrom + j);
      });
    });
    expect(total).toBeCloseTo(1, 12);
    expect(first).toBeCloseTo(1000, 8);
    expect(second).toBeCloseTo(800, 8);
    // Covariance of a patient’s two events: 0.25 − 0.5·0.4
    expect(product - first * second).toBeCloseTo(2000 * 0.05, 4);
  });
});
