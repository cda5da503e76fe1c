import { describe, expect, it } from 'vitest';
import { binomialCdf } from '../../src/numeric/binomial-law.ts';
import { clopperPearson } from '../../src/numeric/clopper-pearson.ts';
import { normalQuantile } from '../../src/numeric/normal-quantile.ts';

describe('exact interval of a proportion', () => {
  // scipy.stats.beta.ppf
  it.each([
    [31, 88, 0.25338985021806465, 0.4614078055759917],
    [4, 25, 0.04537945237170958, 0.3608284544592721],
    [0, 20, 0, 0.1684334709830853],
    [77, 77, 0.9532219318395959, 1],
    [220, 272, 0.7569776747641653, 0.8537993154318352],
    [1, 1000, 2.531748749129404e-5, 0.005558924279826672],
  ])('%d of %d', (count, size, low, high) => {
    const [l, h] = clopperPearson(count, size);
    expect(Math.abs(l - low)).toBeLessThanOrEqual(1e-9 * low);
    expect(Math.abs(h - high)).toBeLessThanOrEqual(1e-9 * high);
  });

  it('leaves 2.5 % of the binomial law in either tail', () => {
    for (const [count, size] of [
      [3, 10],
      [50, 60],
      [1, 400],
    ]) {
      const [low, high] = clopperPearson(count, size);
      expect(1 - binomialCdf(count - 1, size, low)).toBeCloseTo(0.025, 9);
      expect(binomialCdf(count, size, high)).toBeCloseTo(0.025, 9);
    }
  });

  it('of another level, by its normal score', () => {
    const [low, high] = clopperPearson(3, 10, normalQuantile(0.9));
    expect(1 - binomialCdf(2, 10, low)).toBeCloseTo(0.1, 9);
    expect(binomialCdf(3, 10, high)).toBeCloseTo(0.1, 9);
  });
});
