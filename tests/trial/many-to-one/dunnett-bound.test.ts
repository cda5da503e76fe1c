import { describe, expect, it } from 'vitest';
import { bivariateNormalCdf } from '../../../src/numeric/bivariate-normal-cdf.ts';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { normalQuantile } from '../../../src/numeric/normal-quantile.ts';
import { anyReaches, dunnettBound, sharedCorrelation } from '../../../src/trial/many-to-one/dunnett-bound.ts';

describe('dunnettBound', () => {
  it.each([0.1, 0.5, 1, 3, 10])(
    'agrees with the bivariate normal law at two arms, allocation %d',
    (allocation) => {
      const bound = dunnettBound(2, 0.025, allocation);
      expect(1 - bivariateNormalCdf(bound, bound, sharedCorrelation(allocation))).toBeCloseTo(0.025, 10);
    },
  );

  it('is the usual bound with one arm, and lies below Bonferroni’s with more, even for the smallest level', () => {
    expect(dunnettBound(1, 0.025)).toBeCloseTo(-normalQuantile(0.025), 14);
    for (const alpha of [1e-12, 0.001, 0.025, 0.4]) {
      let before = -normalQuantile(alpha);
      for (const arms of [2, 3, 10, 20]) {
        const bound = dunnettBound(arms, alpha);
        expect(bound).toBeGreaterThan(before);
        expect(bound).toBeLessThanOrEqual(-normalQuantile(alpha / arms));
        expect(anyReaches(bound, arms, 0.5) / alpha).toBeCloseTo(1, 9);
        before = bound;
      }
    }
  });

  it('is that of independent comparisons where nothing is shared', () => {
    // 1 − Φ(c)^K
    expect(anyReaches(2, 3, 0)).toBeCloseTo(1 - normalCdf(2) * normalCdf(2) * normalCdf(2), 14);
    expect(anyReaches(2, 1, 0.5, 1.5)).toBeCloseTo(normalCdf(-0.5), 13);
  });

  it('refuses a level outside', () => {
    expect(() => dunnettBound(2, 0.5)).toThrow('invalid oneSidedAlpha: 0.5');
  });
});
