import { describe, expect, it } from 'vitest';
import { directionSeeds } from '../../src/random/direction-seeds.ts';
import { SOBOL_DIMENSIONS, sobolDigits } from '../../src/random/sobol-sequence.ts';

const coordinate = (index: number, dimension: number): number => sobolDigits(index, dimension) / 2 ** 32;

/** x to the power of `exponent` modulo a polynomial over the integers modulo 2. */
function powerOfX(exponent: number, polynomial: number, degree: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) {
    power <<= 1;
    if (power >>> degree) power ^= polynomial;
  }
  return power;
}

const primeFactors = (n: number): number[] => {
  const found: number[] = [];
  for (let p = 2, rest = n; rest > 1; p++) for (; rest % p === 0; rest /= p) found.push(p);
  return [...new Set(found)];
};

/** Rank over the integers modulo 2 of rows of bits. */
function rank(rows: readonly number[]): number {
  const left = [...rows];
  let found = 0;
  for (let bit = 31; bit >= 0; bit--) {
    const at = left.findIndex((row) => (row >>> bit) & 1);
    if (at < 0) continue;
    const [pivot] = left.splice(at, 1);
    for (let i = 0; i < left.length; i++) if ((left[i] >>> bit) & 1) left[i] ^= pivot;
    found++;
  }
  return found;
}

describe('the direction numbers', () => {
  it.each(directionSeeds.map((seed, i) => [i + 2, ...seed] as const))(
    'dimension %i: degree %i, coefficients %i',
    (_, degree, coefficients, initial) => {
      expect(initial).toHaveLength(degree);
      initial.forEach((m, k) => {
        expect(m % 2).toBe(1);
        expect(m).toBeLessThan(2 ** (k + 1));
      });
      // Primitive: the order of x is 2ˢ − 1 and no proper divisor of it
      const polynomial = 2 ** degree + 2 * coefficients + 1;
      const order = 2 ** degree - 1;
      expect(powerOfX(order, polynomial, degree)).toBe(1);
      for (const p of primeFactors(order)) {
        if (p < order) expect(powerOfX(order / p, polynomial, degree)).not.toBe(1);
      }
    },
  );

  it('are each of another polynomial, by rising degree', () => {
    const polynomials = directionSeeds.map(([degree, coefficients]) => 2 ** degree + 2 * coefficients + 1);
    expect(polynomials).toEqual([...new Set(polynomials)].sort((a, b) => a - b));
  });

  it('have property A in the first 20 dimensions: halving every axis leaves one point of 2ᵈ in each box', () => {
    // The first digits of v₁ … v_d over all dimensions have full rank (Sobol 1976)
    for (let d = 1; d <= 20; d++) {
      const rows = Array.from({ length: d }, (_, dimension) => {
        let row = 0;
        // Point 2ᵏ⁺¹ − 1, whose Gray code is 2ᵏ, is one direction number alone
        for (let k = 0; k < d; k++) row |= (sobolDigits((2 ** k) ^ (2 ** k - 1), dimension) >>> 31) << k;
        return row >>> 0;
      });
      expect(rank(rows)).toBe(d);
    }
  });
});

describe('the Sobol sequence', () => {
  it('begins as its authors print it', () => {
    // Joe & Kuo, generator beside new-joe-kuo-6.21201: 10 points in 10 dimensions (the same from SciPy 1.17.1)
    const printed = [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875, 0.875, 0.625],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375, 0.375, 0.125],
      [0.625, 0.125, 0.875, 0.625, 0.625, 0.875, 0.125, 0.125, 0.125, 0.375],
      [0.125, 0.625, 0.375, 0.125, 0.125, 0.375, 0.625, 0.625, 0.625, 0.875],
      [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125, 0.4375, 0.9375, 0.9375, 0.3125],
      [0.6875, 0.8125, 0.4375, 0.9375, 0.0625, 0.8125, 0.9375, 0.4375, 0.4375, 0.8125],
    ];
    expect(printed.map((row, index) => row.map((_, dimension) => coordinate(index, dimension)))).toEqual(
      printed,
    );
  });

  it('is that of another implementation far out', () => {
    // SciPy 1.17.1, scipy.stats.qmc.Sobol(64, scramble=False): points 1000 and 2047
    const every7th = [0, 7, 14, 21, 28, 35, 42, 49, 56, 63].map((dimension) => coordinate(1000, dimension));
    expect(every7th).toEqual([
      0.2197265625, 0.8994140625, 0.1435546875, 0.5498046875, 0.0595703125, 0.7705078125, 0.9599609375,
      0.4794921875, 0.4541015625, 0.4462890625,
    ]);
    expect([60, 61, 62, 63].map((dimension) => coordinate(2047, dimension))).toEqual([
      0.09130859375, 0.91064453125, 0.48095703125, 0.98876953125,
    ]);
  });

  it('puts one of its first 2ᵐ points in each of 2ᵐ equal intervals, in every dimension', () => {
    for (let dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
      for (const points of [1, 16, 512]) {
        const values = Array.from({ length: points }, (_, i) => points * coordinate(i, dimension));
        expect(values.sort((a, b) => a - b)).toEqual(values.map((_, i) => i));
      }
    }
  });

  it('reaches the last index, and refuses a dimension that there is not', () => {
    expect(sobolDigits(2 ** 32 - 1, 0)).toBe(1);
    for (const dimension of [-1, 0.5, SOBOL_DIMENSIONS]) {
      expect(() => sobolDigits(0, dimension)).toThrow(`invalid dimension: ${dimension}`);
    }
  });
});
