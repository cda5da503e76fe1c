import { describe, expect, it } from 'vitest';
import { bivariateNormalCdf } from '../../src/numeric/bivariate-normal-cdf.ts';
import { normalCdf } from '../../src/numeric/normal-cdf.ts';
import { pathLaw } from '../../src/numeric/path-law.ts';
import { naiveLooks } from '../fixtures/naive-looks.ts';

describe('the law of scores at looks', () => {
  it('is normal at the first', () => {
    const law = pathLaw(2, 0.25);
    expect(law.mean).toBe(1);
    for (const z of [-3, 0, 1, 6]) {
      expect(law.above(z)).toBeCloseTo(normalCdf(1 - z), 15);
      expect(law.below(z)).toBeCloseTo(normalCdf(z - 1), 15);
    }
    expect([law.above(Infinity), law.above(-Infinity), law.below(-Infinity)]).toEqual([0, 1, 0]);
  });

  it.each([
    [0.5, 1],
    [0.1, 1],
    [0.5, 0.501],
    [0.5, 0.50001],
    [3, 250],
  ])('is bivariate normal at the second: %f, %f', (first, second) => {
    const rho = Math.sqrt(first / second);
    for (const [bound, z] of [
      [2.5, 2],
      [-1, 0],
      [0.3, 0.31],
    ]) {
      const law = pathLaw(0, first).continuing(-Infinity, bound, second);
      expect(law.below(z)).toBeCloseTo(bivariateNormalCdf(bound, z, rho), 11);
      expect(law.above(z)).toBeCloseTo(normalCdf(bound) - bivariateNormalCdf(bound, z, rho), 11);
    }
  });

  it('does not change by a look that stops nothing', () => {
    const once = pathLaw(1.5, 0.3).continuing(-1, 2, 1);
    const twice = pathLaw(1.5, 0.3).continuing(-1, 2, 0.65).continuing(-Infinity, Infinity, 1);
    for (const z of [-1, 0.5, 2, 3]) expect(twice.above(z)).toBeCloseTo(once.above(z), 11);
  });

  it('has the probabilities of a slow even grid', () => {
    const [information, upper, lower] = [
      [0.2, 0.35, 0.7, 1],
      [2.6, 2.4, 2.2, 2],
      [-1, 0, 0.7, 2],
    ];
    for (const drift of [-1, 0, 2.5]) {
      const naive = naiveLooks(information, upper, lower, drift);
      let law = pathLaw(drift, information[0]);
      information.forEach((at, k) => {
        if (k > 0) law = law.continuing(lower[k - 1], upper[k - 1], at);
        expect(law.above(upper[k])).toBeCloseTo(naive.upper[k], 8);
        expect(law.below(lower[k])).toBeCloseTo(naive.lower[k], 8);
      });
    }
  });

  it('splits the mean at any score, and keeps it where nothing stops', () => {
    const law = pathLaw(2, 0.4).continuing(-Infinity, Infinity, 0.9);
    for (const z of [-2, 0.3, 4])
      expect(law.meanAbove(z) + law.meanBelow(z)).toBeCloseTo(2 * Math.sqrt(0.9), 11);
    // E[Z; Z ≥ z] of a standard normal is φ(z)
    expect(pathLaw(0, 1).meanAbove(1.2)).toBeCloseTo(Math.exp(-0.72) / Math.sqrt(2 * Math.PI), 14);
  });

  it('is empty where every path has stopped', () => {
    const law = pathLaw(1, 0.5).continuing(1, 1, 1);
    expect([law.above(-Infinity), law.below(Infinity), law.meanAbove(-9)]).toEqual([0, 0, 0]);
  });

  it('refuses information that does not rise, and figures that are none', () => {
    expect(() => pathLaw(0, 0)).toThrow('invalid information: 0 (must be > 0)');
    expect(() => pathLaw(Number.NaN, 1)).toThrow('invalid drift: NaN (must be finite)');
    expect(() => pathLaw(0, 0.5).continuing(-1, 1, 0.5)).toThrow('invalid information: 0.5 after 0.5');
    expect(() => pathLaw(0, 0.5).continuing(-1, 1, 0.5 + 1e-8)).toThrow(RangeError);
  });
});
