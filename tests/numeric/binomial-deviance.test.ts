import { describe, expect, it } from 'vitest';
import { binomialDeviance } from '../../src/numeric/binomial-deviance.ts';

describe('binomial deviance', () => {
  it('is twice the log-likelihood ratio', () => {
    // 2[7 ln(0.7/0.5) + 3 ln(0.3/0.5)]
    expect(binomialDeviance(7, 10, 0.5)).toBeCloseTo(2 * (7 * Math.log(1.4) + 3 * Math.log(0.6)), 12);
  });

  it.each([
    [0, 10, 0],
    [10, 10, 1],
    [4, 16, 0.25],
  ])('is 0 for %i of %i at the observed rate', (count, size, probability) => {
    expect(binomialDeviance(count, size, probability)).toBeCloseTo(0, 12);
  });

  it('at the ends takes what is possible and refuses what is not', () => {
    expect(binomialDeviance(10, 10, 0.9)).toBeCloseTo(-20 * Math.log(0.9), 12);
    expect(binomialDeviance(1, 10, 0)).toBe(Infinity);
    expect(binomialDeviance(9, 10, 1)).toBe(Infinity);
  });
});
