import { describe, expect, it } from 'vitest';
import { commonRiskDifference } from '../../src/trial/common-risk-difference.ts';
import type { TwoArmCounts } from '../../src/trial/tests/definition.ts';
import { mantelHaenszel } from '../../src/trial/tests/mantel-haenszel.ts';
import { wald } from '../../src/trial/tests/wald.ts';

const counts = (y: number, m: number, x: number, n: number): TwoArmCounts => ({
  experimentalSuccesses: y,
  experimentalSize: m,
  controlSuccesses: x,
  controlSize: n,
});

describe('the common risk difference', () => {
  it('of one stratum of equal arms is the plain difference with the unpooled variance', () => {
    const { estimate, variance } = commonRiskDifference([counts(70, 100, 60, 100)])!;
    expect(estimate).toBeCloseTo(0.1, 14);
    // pq/n of both arms
    expect(variance).toBeCloseTo((0.7 * 0.3 + 0.6 * 0.4) / 100, 14);
  });

  it('of two strata, worked by hand', () => {
    // w = 24·16/40 = 9.6 and 10·30/40 = 7.5; wδ = (18·16 − 8·24)/40 = 2.4 and (5·30 − 12·10)/40 = 0.75
    const { estimate, variance } = commonRiskDifference([counts(18, 24, 8, 16), counts(5, 10, 12, 30)])!;
    const delta = 3.15 / 17.1;
    expect(estimate).toBeCloseTo(delta, 14);
    // P = (576·8 − 256·18 + 384·(−8)/2)/1600 = −0.96 and (100·12 − 900·5 + 300·20/2)/1600 = −0.1875
    // Q = (18·8 + 8·6)/80 = 2.4 and (5·18 + 12·5)/80 = 1.875
    expect(variance).toBeCloseTo((delta * (-0.96 - 0.1875) + 2.4 + 1.875) / (17.1 * 17.1), 14);
  });

  it('is the same whatever the order, and leaves strata with one arm alone', () => {
    const strata = [counts(18, 24, 8, 16), counts(5, 10, 12, 30)];
    const base = commonRiskDifference(strata)!;
    const more = commonRiskDifference([counts(0, 0, 0, 0), strata[1], counts(3, 7, 0, 0), strata[0]])!;
    expect(more.estimate).toBeCloseTo(base.estimate, 14);
    expect(more.variance).toBeCloseTo(base.variance, 14);
    expect(commonRiskDifference([counts(3, 7, 0, 0), counts(0, 0, 2, 5)])).toBeUndefined();
  });

  it('turns its sign with the arms, and keeps its variance', () => {
    const there = commonRiskDifference([counts(18, 24, 8, 16), counts(5, 10, 12, 30)])!;
    const back = commonRiskDifference([counts(8, 16, 18, 24), counts(12, 30, 5, 10)])!;
    expect(back.estimate).toBeCloseTo(-there.estimate, 14);
    expect(back.variance).toBeCloseTo(there.variance, 14);
  });
});

describe('the Mantel–Haenszel test', () => {
  const level = { alpha: 0.05, sides: 1 } as const;

  it('of one stratum of equal arms decides as the Wald test', () => {
    const [stratified, plain] = [mantelHaenszel, wald].map((test) => test.create(0.1, level));
    const decisions = new Set<boolean>();
    for (let x = 0; x <= 40; x++)
      for (let y = 0; y <= 40; y++) {
        const one = counts(y, 40, x, 40);
        expect(stratified(one)).toBe(plain(one));
        decisions.add(stratified(one));
      }
    expect(decisions.size).toBe(2);
  });

  it('sees through strata that hide a difference', () => {
    const byStratum = mantelHaenszel.createByStratum!(0, level);
    // Better in each stratum, and worse in all: the experimental arm has more patients who do badly
    const strata = [counts(90, 200, 35, 100), counts(97, 100, 180, 200)];
    expect(byStratum(strata)).toBe(true);
    expect(byStratum([counts(187, 300, 215, 300)])).toBe(false);
  });

  it('does not reject without patients in both arms', () => {
    expect(mantelHaenszel.createByStratum!(0.5, level)([counts(5, 5, 0, 0)])).toBe(false);
  });
});
