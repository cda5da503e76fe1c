import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import { wrongSign } from '../../../src/trial/alpha-beta/wrong-sign.ts';

describe('wrong signs', () => {
  const moments = {
    perGy: 0.03,
    perGy2: -0.01,
    variancePerGy: 0.0004,
    variancePerGy2: 0.0001,
    covariance: -0.0001,
  };

  it('are those that dose has not: of harm below 0, of failure above', () => {
    const harm = wrongSign(moments, 'harm', 1.96);
    expect(harm.expected).toBe(1);
    expect(harm.perGy).toMatchObject({ estimate: 0.03, isWrong: false });
    expect(harm.perGy.standardError).toBeCloseTo(0.02, 14);
    expect(harm.perGy.probability).toBeCloseTo(normalCdf(-1.5), 12);
    expect(harm.perGy2.isWrong).toBe(true);
    expect(harm.perGy2.probability).toBeCloseTo(normalCdf(1), 12);
    // 0.03 − 2·0.01, of variance 0.0004 − 4·0.0001 + 4·0.0001
    expect(harm.slopePerGyEqd2.estimate).toBeCloseTo(0.01, 14);
    expect(harm.slopePerGyEqd2.standardError).toBeCloseTo(0.02, 12);
    expect(harm.unboundedProbability).toBeCloseTo(normalCdf(2.96) - normalCdf(-0.96), 12);
    const failure = wrongSign(moments, 'failure', 1.96);
    expect(failure.expected).toBe(-1);
    expect([failure.perGy.isWrong, failure.perGy2.isWrong]).toEqual([true, false]);
    expect(failure.perGy.probability).toBeCloseTo(normalCdf(1.5), 12);
    // No effect at all has not the sign that dose should have
    expect(wrongSign({ ...moments, perGy: 0 }, 'harm', 1.96).perGy.isWrong).toBe(true);
  });
});
