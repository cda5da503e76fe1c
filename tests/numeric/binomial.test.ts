import { describe, expect, it } from 'vitest';
import { binomialCdf } from '../../src/numeric/binomial-law.ts';
import { binomialProbabilities } from '../../src/numeric/binomial-probabilities.ts';

/** ln of n choose k as a plain sum of logarithms: slow, and independent of any gamma function. */
function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}
const naive = (n: number, k: number, p: number): number =>
  Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('binomial probabilities', () => {
  it.each([
    [1, 0.3],
    [7, 0.5],
    [40, 0.02],
    [165, 0.93],
    [1000, 0.35],
    [1000, 1e-9],
    [1000, 1 - 1e-9],
  ])('of %i patients at %d are those of the formula', (size, p) => {
    const { first, probabilities } = binomialProbabilities(size, p);
    let [seen, worst] = [0, 0];
    for (let k = 0; k <= size; k++) {
      const got = probabilities[k - first] ?? 0;
      const expected = Math.max(naive(size, k, p), Number.MIN_VALUE);
      // Terms below 1e-18 of the mode's are left out
      worst = Math.max(worst, Math.max(0, Math.abs(got - expected) - 1e-18) / expected);
      seen += got;
    }
    // The naive formula rounds partial sums of up to `size`, each by half an epsilon of it, like a random walk
    expect(worst).toBeLessThan(1.2e-16 * size * Math.sqrt(size) + 1e-13);
    expect(seen).toBeCloseTo(1, 14);
  });

  it('cumulate to @stdlib’s distribution function', () => {
    for (const [size, p] of [
      [150, 0.9655],
      [75, 0.35],
      [400, 0.5],
    ]) {
      const { first, probabilities } = binomialProbabilities(size, p);
      let upTo = 0;
      probabilities.forEach((probability, i) => {
        upTo += probability;
        expect(Math.abs(upTo - binomialCdf(first + i, size, p))).toBeLessThan(1e-12);
      });
    }
  });

  it('are one certain count at p = 0, at p = 1 and without patients', () => {
    expect(binomialProbabilities(12, 0)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
    expect(binomialProbabilities(12, 1)).toEqual({ first: 12, probabilities: Float64Array.of(1) });
    expect(binomialProbabilities(0, 0.4)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
  });

  it.each([1e3, 1e5, 1e7, 1e9])('of %d patients sum to 1 with the binomial mean and variance', (size) => {
    const p = 0.37;
    const { first, probabilities } = binomialProbabilities(size, p);
    expect(Math.abs(sum(probabilities) - 1)).toBeLessThan(1e-12);
    const sd = Math.sqrt(size * p * (1 - p));
    let [mean, square] = [0, 0];
    probabilities.forEach((probability, i) => {
      const z = (first + i - size * p) / sd;
      mean += probability * z;
      square += probability * z * z;
    });
    expect(Math.abs(mean)).toBeLessThan(1e-9);
    expect(Math.abs(square - 1)).toBeLessThan(1e-9);
    expect(probabilities.length).toBeLessThan(20 * sd + 20);
  });

  it('keep every count with a cut of 0, and mirror when success and failure change places', () => {
    const { first, probabilities } = binomialProbabilities(300, 0.03, 0);
    expect([first, probabilities.length]).toEqual([0, 301]);
    const mirrored = binomialProbabilities(300, 0.97, 0).probabilities.toReversed();
    probabilities.forEach((probability, k) => {
      expect(Math.abs(probability - mirrored[k])).toBeLessThanOrEqual(1e-12 * probability);
    });
  });

  it('leave out less than the cut times the number of counts', () => {
    const whole = binomialProbabilities(500, 0.4, 0).probabilities;
    const { first, probabilities } = binomialProbabilities(500, 0.4, 1e-6);
    const left = 1 - sum(whole.slice(first, first + probabilities.length));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(500 * 1e-6 * Math.max(...whole));
  });
});
