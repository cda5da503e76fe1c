import { describe, expect, it } from 'vitest';
import { countSpread, inflation } from '../../../src/explorer/lesson-parts/count-spread.ts';
import { sampleVariance } from '../../../src/explorer/lesson-parts/sample-variance.ts';

describe('countSpread', () => {
  it('splits the variance of a count by the law of total variance', () => {
    const spread = countSpread(10, { rates: [0.2, 0.6], weights: [0.5, 0.5] });
    expect(spread.meanRate).toBeCloseTo(0.4, 12);
    // n·E[p(1 − p)] = 10·(0.16 + 0.24)/2, Var(p) = 0.04
    expect(spread.chance).toBeCloseTo(2, 12);
    expect(spread.patientsDiffer).toBeCloseTo(0.4, 12);
    expect(spread.sharedUnknown).toBeCloseTo(4, 12);
    expect(spread.chance + spread.patientsDiffer).toBeCloseTo(spread.binomial, 12);
    expect(inflation(spread)).toBeCloseTo(6 / 2.4, 12);
  });

  it('refuses an empty arm', () => {
    expect(() => countSpread(0, { rates: [0.5], weights: [1] })).toThrow(RangeError);
  });
});

it('sampleVariance is that of the sample, its error from the fourth moment', () => {
  const { variance, standardError } = sampleVariance([1, 2, 3, 4]);
  expect(variance).toBeCloseTo(5 / 3, 12);
  // μ2 = 1.25, μ4 = (2·1.5⁴ + 2·0.5⁴)/4 = 2.5625
  expect(standardError).toBeCloseTo(Math.sqrt((2.5625 - 1.5625) / 4), 12);
});
