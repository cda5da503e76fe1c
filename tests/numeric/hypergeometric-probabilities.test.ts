import { describe, expect, it } from 'vitest';
import { hypergeometricProbabilities } from '../../src/numeric/hypergeometric-probabilities.ts';

/** Binomial coefficient as a product. */
const choose = (n: number, k: number): number => {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
};

describe('hypergeometric law', () => {
  it.each([
    [5, 3, 11],
    [4, 9, 10],
    [1, 1, 2],
    [20, 25, 40],
  ])('of %d out of %d marked in %d, by binomial coefficients', (size, marked, total) => {
    const { first, probabilities } = hypergeometricProbabilities(size, marked, total);
    expect(first).toBe(Math.max(0, size + marked - total));
    expect(first + probabilities.length - 1).toBe(Math.min(size, marked));
    probabilities.forEach((p, i) => {
      const k = first + i;
      const exact = (choose(marked, k) * choose(total - marked, size - k)) / choose(total, size);
      expect(Math.abs(p / exact - 1)).toBeLessThan(1e-13);
    });
  });

  it('is certain where nobody or everybody is marked', () => {
    expect(hypergeometricProbabilities(5, 0, 9)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
    expect(hypergeometricProbabilities(5, 9, 9)).toEqual({ first: 5, probabilities: Float64Array.of(1) });
  });
});
