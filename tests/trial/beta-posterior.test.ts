import { describe, expect, it } from 'vitest';
import {
  betaBinomialProbabilities,
  posteriorAbove,
  posteriorBelow,
  predictiveProbability,
} from '../../src/trial/beta-posterior.ts';
import { createHistoryComparison } from '../../src/trial/history-comparison.ts';

describe('a beta posterior', () => {
  it('is a binomial tail where its shapes are whole numbers', () => {
    // P(p > t | Beta(3, 5)) = P(Bin(7, t) ≤ 2)
    const tail = [0, 1, 2].reduce((sum, k) => sum + [1, 7, 21][k] * 0.3 ** k * 0.7 ** (7 - k), 0);
    expect(posteriorAbove({ a: 1, b: 1 }, 2, 6, 0.3)).toBeCloseTo(tail, 12);
    expect(posteriorBelow({ a: 1, b: 1 }, 2, 6, 0.3)).toBeCloseTo(1 - tail, 12);
  });

  it.each([
    [10, 7],
    [20, 11],
    [30, 16],
    [120, 51],
  ])('of HYPORT-STS’s prior first exceeds 95 % above 35 % of %i patients at %i events', (size, bound) => {
    const prior = { a: 0.7, b: 1.3 };
    expect(posteriorAbove(prior, bound, size, 0.35)).toBeGreaterThan(0.95);
    expect(posteriorAbove(prior, bound - 1, size, 0.35)).toBeLessThan(0.95);
  });

  it('predicts 56.56 % success for 16 of 23 with 40 at the end (Lee & Liu 2008)', () => {
    const prior = { a: 0.6, b: 0.4 };
    const succeeds = (events: number): boolean => posteriorAbove(prior, events, 40, 0.6) > 0.9;
    expect(predictiveProbability(prior, 16, 23, 40, succeeds)).toBeCloseTo(0.565559, 5);
    expect(Array.from({ length: 41 }, (_, x) => x).find(succeeds)).toBe(28);
  });

  it('gives beta-binomial probabilities that sum to one, uniform under a uniform prior', () => {
    for (const probability of betaBinomialProbabilities(9, { a: 1, b: 1 }))
      expect(probability).toBeCloseTo(0.1, 13);
    const sum = betaBinomialProbabilities(4000, { a: 0.5, b: 2000 }).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1, 12);
  });
});

describe('the comparison with an earlier series', () => {
  it('is even where both series are the same, and turns with their roles', () => {
    const same = createHistoryComparison({ a: 0.5, b: 0.5 }, 31, 88, 0, false);
    expect(same(31, 88)).toBeCloseTo(0.5, 10);
    const [good, bad] = [true, false].map((isGood) =>
      createHistoryComparison({ a: 1, b: 1 }, 12, 40, 0, isGood)(5, 30),
    );
    expect(good + bad).toBeCloseTo(1, 10);
  });

  it('agrees with the sum over counts that holds for whole shapes', () => {
    // P(X > Y), X ~ Beta(a, b), Y ~ Beta(c, d): Σ_{i<a} B(c + i, b + d)/((b + i)·B(1 + i, b)·B(c, d)), by logs of factorials
    const logFactorial = (n: number): number => {
      let sum = 0;
      for (let k = 2; k <= n; k++) sum += Math.log(k);
      return sum;
    };
    const logBeta = (a: number, b: number): number =>
      logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
    const exceeds = (a: number, b: number, c: number, d: number): number =>
      Array.from({ length: a }, (_, i) =>
        Math.exp(logBeta(c + i, b + d) - Math.log(b + i) - logBeta(1 + i, b) - logBeta(c, d)),
      ).reduce((x, y) => x + y, 0);
    // New 21 of 28 against earlier 12 of 21, uniform priors
    const comparison = createHistoryComparison({ a: 1, b: 1 }, 12, 21, 0, true);
    expect(comparison(21, 28)).toBeCloseTo(exceeds(22, 8, 13, 10), 9);
  });
});
