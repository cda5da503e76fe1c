import { describe, expect, it } from 'vitest';
import { choleskyFactor, solveLower } from '../../src/numeric/cholesky.ts';
import { invertSymmetric } from '../../src/numeric/invert-symmetric.ts';

const matrix = [
  [4, 2, -1],
  [2, 5, 0.5],
  [-1, 0.5, 3],
];
const times = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));

describe('symmetric positive definite matrices', () => {
  it('a factor times its transpose is the matrix', () => {
    const lower = choleskyFactor(matrix);
    const upper = lower[0].map((_, i) => lower.map((row) => row[i]));
    times(lower, upper).forEach((row, i) => {
      row.forEach((x, j) => {
        expect(x).toBeCloseTo(matrix[i][j], 12);
      });
    });
    expect(lower[0][1]).toBe(0);
  });

  it('forward substitution solves L·x = b', () => {
    const lower = choleskyFactor(matrix);
    const x = solveLower(lower, [1, -2, 3]);
    lower.forEach((row, i) => {
      expect(row.reduce((sum, l, k) => sum + l * x[k], 0)).toBeCloseTo([1, -2, 3][i], 12);
    });
  });

  it('the matrix times its inverse is one', () => {
    times(matrix, invertSymmetric(matrix)).forEach((row, i) => {
      row.forEach((x, j) => {
        expect(x).toBeCloseTo(i === j ? 1 : 0, 12);
      });
    });
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() =>
      invertSymmetric([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(RangeError);
  });
});
