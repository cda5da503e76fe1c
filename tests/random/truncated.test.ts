import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';
import { distributions } from '../../src/random/distributions/index.ts';
import { truncated } from '../../src/random/truncated.ts';

const alphaBeta = distributions.logNormal.create({ median: 4.9, sigma: 0.6 });

describe('truncated', () => {
  const law = truncated(alphaBeta, 2, 10);

  it('has the quantiles of the conditional law', () => {
    const [below, upTo] = [alphaBeta.cdf(2), alphaBeta.cdf(10)];
    for (const u of [1e-12, 0.01, 0.4, 0.99]) {
      expect(law.quantile(u)).toBe(alphaBeta.quantile(below + u * (upTo - below)));
      expect(law.atNormalScore(normalQuantile(u))).toBeCloseTo(law.quantile(u), 12);
    }
  });

  it('stays inside to the last uniform, without atoms at the ends', () => {
    expect(law.quantile(2 ** -54)).toBeGreaterThanOrEqual(2);
    expect(law.quantile(1 - 2 ** -53)).toBeLessThanOrEqual(10);
    expect([law.atNormalScore(-40), law.atNormalScore(40)]).toEqual([2, 10]);
    expect(law.quantile(0.001)).toBeGreaterThan(2.001);
    expect(law.quantile(0.999)).toBeLessThan(9.999);
  });

  it('has the conditional distribution function', () => {
    expect([law.cdf(1), law.cdf(2), law.cdf(10), law.cdf(11)]).toEqual([0, 0, 1, 1]);
    const share = alphaBeta.cdf(10) - alphaBeta.cdf(2);
    expect(law.cdf(5)).toBeCloseTo((alphaBeta.cdf(5) - alphaBeta.cdf(2)) / share, 14);
  });

  it('has the share above as well', () => {
    expect([law.survival(1), law.survival(2), law.survival(10), law.survival(11)]).toEqual([1, 1, 0, 0]);
    for (const x of [2.5, 5, 9.9]) expect(law.survival(x)).toBeCloseTo(1 - law.cdf(x), 14);
  });

  it('works far in a tail that still holds a millionth, and refuses less', () => {
    const tail = truncated(alphaBeta, 60, 1000);
    expect(tail.quantile(0.5)).toBeGreaterThan(60);
    expect(tail.cdf(tail.quantile(0.5))).toBeCloseTo(0.5, 8);
    expect(() => truncated(alphaBeta, 1000, 2000)).toThrow('holds less than a millionth of the law');
  });

  it('refuses a law of finitely many values', () => {
    expect(() => truncated(distributions.bernoulli.create(0.6), 0, 1)).toThrow(RangeError);
  });
});
