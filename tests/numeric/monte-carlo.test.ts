import { describe, expect, it } from 'vitest';
import { estimateMeanProbability, estimateProportion } from '../../src/numeric/monte-carlo.ts';

describe('Monte Carlo standard errors', () => {
  it('of a proportion: 0.95 of 10,000 has 0.0021794494718', () => {
    const { estimate, mcse } = estimateProportion(9500, 10_000);
    expect(estimate).toBe(0.95);
    expect(mcse).toBeCloseTo(0.0021794494718, 13);
  });

  it('of none and of all is not 0', () => {
    const [none, all] = [estimateProportion(0, 1000), estimateProportion(1000, 1000)];
    expect([none.estimate, all.estimate]).toEqual([0, 1]);
    expect(none.mcse).toBeGreaterThan(0);
    expect(none.mcse).toBeLessThan(estimateProportion(1, 1000).mcse);
    expect(all.mcse).toBe(none.mcse);
  });

  it('of a mean: s/√n; of a proportion where no spread shows', () => {
    const values = Object.freeze([0.1, 0.2, 0.3, 0.4]);
    const { estimate, mcse } = estimateMeanProbability(values);
    expect(estimate).toBeCloseTo(0.25, 15);
    expect(mcse).toBeCloseTo(Math.sqrt(0.05 / 3 / 4), 14);
    expect(estimateMeanProbability([0.7]).mcse).toBeCloseTo(Math.sqrt(0.21), 14);
    expect(estimateMeanProbability([0, 0, 0]).mcse).toBe(estimateProportion(0, 3).mcse);
    expect(estimateMeanProbability([0.5, 0.5]).mcse).toBe(0);
  });

  it('of a mean of zeros and ones is that of the proportion, but for n − 1', () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const [mean, proportion] = [estimateMeanProbability(values), estimateProportion(100, 400)];
    expect(mean.estimate).toBe(proportion.estimate);
    expect(mean.mcse / proportion.mcse).toBeCloseTo(Math.sqrt(400 / 399), 12);
  });

  it('of a mean far from 0 keeps its digits', () => {
    const values = Array.from({ length: 1000 }, (_, i) => 1e9 + (i % 2));
    expect(estimateMeanProbability(values).mcse).toBeCloseTo(Math.sqrt(250 / 999 / 1000), 9);
  });

  it('carry an exact value only where there is one', () => {
    expect(estimateProportion(1, 2)).not.toHaveProperty('exact');
    expect(estimateProportion(1, 2, 0.4).exact).toBe(0.4);
    expect(estimateMeanProbability([1, 2], 0).exact).toBe(0);
  });
});
