import { describe, expect, it } from 'vitest';
import { choleskyFactor, solveLower } from '../../src/numeric/cholesky.ts';

describe('Cholesky factor', () => {
  const matrix = [
    [4, 2, -2],
    [2, 10, 2],
    [-2, 2, 6],
  ];

  it('of a matrix worked by hand', () => {
    expect(choleskyFactor(matrix)).toEqual([
      [2, 0, 0],
      [1, 3, 0],
      [-1, 1, 2],
    ]);
  });

  it('solves L·x = b', () => {
    const x = solveLower(choleskyFactor(matrix), [2, 7, 5]);
    expect(x).toEqual([1, 2, 2]);
  });

  it('refuses a matrix that is not positive definite', () => {
    const singular = [
      [1, 1],
      [1, 1],
    ];
    expect(() => choleskyFactor(singular)).toThrow('invalid matrix (must be positive definite)');
    expect(() => choleskyFactor([[-1]])).toThrow(RangeError);
  });
});
