import { describe, expect, it } from 'vitest';
import { copulaFactor } from '../../src/random/copula.ts';

const product = (factor: readonly Float64Array[]): number[][] =>
  factor.map((a) => factor.map((b) => a.reduce((sum, value, k) => sum + value * b[k], 0)));

describe('copulaFactor', () => {
  it('is the identity without correlations', () => {
    expect(product(copulaFactor(['a', 'b'], []))).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('is a lower triangle whose product with its transpose is the correlation matrix', () => {
    const factor = copulaFactor(
      ['a', 'b', 'c', 'd'],
      [
        { between: ['b', 'a'], rho: 0.3 },
        { between: ['a', 'd'], rho: -0.5 },
        { between: ['c', 'd'], rho: 0.6 },
      ],
    );
    const expected = [
      [1, 0.3, 0, -0.5],
      [0.3, 1, 0, 0],
      [0, 0, 1, 0.6],
      [-0.5, 0, 0.6, 1],
    ];
    product(factor).forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBeCloseTo(expected[i][j], 14);
        if (j > i) expect(factor[i][j]).toBe(0);
      });
    });
  });

  it('refuses correlations that cannot hold together, also at the edge', () => {
    const impossible = [
      { between: ['a', 'b'], rho: 0.9 },
      { between: ['b', 'c'], rho: 0.9 },
      { between: ['a', 'c'], rho: -0.9 },
    ] as const;
    expect(() => copulaFactor(['a', 'b', 'c'], impossible)).toThrow('cannot hold together');
    expect(() => copulaFactor(['a', 'b'], [{ between: ['a', 'b'], rho: 1 }])).toThrow(RangeError);
  });
});
