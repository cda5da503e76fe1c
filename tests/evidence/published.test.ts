import { describe, expect, it } from 'vitest';
import { estimateAlphaBeta } from '../../src/evidence/alpha-beta-estimate.ts';
import { readEffects } from '../../src/evidence/read-effects.ts';
import { effectsOf, effectsText, shippedEffects } from '../fixtures/shipped-effects.ts';

const estimate = (name: string) => estimateAlphaBeta(effectsOf(name), []);

describe('published α/β from published effects', () => {
  // Published: 2.7 (1.5–3.9), 1.7 (1.2–2.3), 3.7 (0.3–7.1), 1.8. The third column of numbers is what the same
  // formulas give in NumPy, to their printed digit
  it.each([
    ['fast', '2.67', '1.40', '3.93', 2.7],
    ['fast-forward-late', '1.73', '1.15', '2.31', 1.7],
    ['fast-forward-relapse', '3.67', '0.23', '7.12', 3.7],
    ['chhip', '1.78', '1.25', '2.32', 1.8],
  ])('%s: %s Gy (%s to %s)', (name, ratio, low, high, published) => {
    const { alphaBetaGy } = estimate(name);
    expect(alphaBetaGy.estimate.toFixed(2)).toBe(ratio);
    expect(alphaBetaGy.delta.low.toFixed(2)).toBe(low);
    expect(alphaBetaGy.delta.high.toFixed(2)).toBe(high);
    expect(Number(alphaBetaGy.estimate.toFixed(1))).toBe(published);
  });

  it('FAST-Forward relapse is no estimate: both signs wrong, no value refused', () => {
    const { alphaBetaGy, wrongSign, verdict, isoeffective, coefficients } = estimate('fast-forward-relapse');
    expect(alphaBetaGy.fieller).toEqual({ kind: 'wholeLine', low: null, high: null, level: 0.95 });
    expect([wrongSign.expected, wrongSign.perGy.isWrong, wrongSign.perGy2.isWrong]).toEqual([-1, true, true]);
    const scores = [coefficients.perGy, coefficients.perGy2].map((g) => g.estimate / g.standardError);
    expect(scores.map((z) => z.toFixed(1))).toEqual(['1.1', '0.8']);
    expect(verdict.status).toBe('noEstimate');
    expect(verdict.sentences.join(' ')).toMatch(
      /no estimate of α\/β.*wrong sign.*No value of the ratio is refused/,
    );
    expect(isoeffective).toEqual([]);
  });

  it('FAST has no upper bound, the other two are determined', () => {
    expect(estimate('fast').alphaBetaGy.fieller.kind).toBe('complement');
    expect(estimate('fast').verdict.status).toBe('partlyDetermined');
    for (const name of ['fast-forward-late', 'chhip']) {
      expect(estimate(name).alphaBetaGy.fieller.kind).toBe('interval');
      expect(estimate(name).verdict.status).toBe('determined');
    }
  });

  it('FAST: 28 Gy (26 to 30) in 5 fractions equal 50 Gy in 25', () => {
    const [{ fractions, totalDoseGy }] = estimate('fast').isoeffective;
    expect(fractions).toBe(5);
    const { estimate: dose, low, high } = totalDoseGy;
    expect([dose, low, high].map(Math.round)).toEqual([28, 26, 30]);
  });

  it('event counts reproduce the published intervals of the relapse hazard ratios', () => {
    const { effects, warnings } = readEffects(effectsText('fast-forward-relapse'), 'x');
    expect(warnings).toEqual([]);
    const { arms } = estimateAlphaBeta(effects, []);
    const ends = arms
      .slice(1)
      .map(({ effect, standardError }) =>
        [-1, 1].map((side) => Math.exp(effect + side * 1.959964 * standardError)),
      );
    // To a hundredth and a rounding of it
    [
      [0.51, 1.44],
      [0.38, 1.16],
    ].forEach((published, i) => {
      published.forEach((end, j) => {
        expect(Math.abs(ends[i][j] - end)).toBeLessThan(0.01);
      });
    });
    expect(effects.assumptions.join(' ')).toContain('not confirmed');
  });
});

describe('the two-arm form', () => {
  it('is the closed form for a control in 2 Gy fractions', () => {
    const { alphaBetaGy, coefficients } = estimate('two-arm-example');
    const [p1, p2, slope, slopeError] = [188 / 400, 212 / 400, -0.02, 0.005];
    // E2 = D1 + (P2 − P1)/m; α/β = (D2·d2 − 2·E2)/(E2 − D2); SE = |D2(d2 − 2)|/(E2 − D2)²·SE(E2)
    const e2 = 66 + (p2 - p1) / slope;
    const variance = (p1 * (1 - p1) + p2 * (1 - p2)) / 400;
    const shift = (p2 - p1) / slope;
    const errorE2 = Math.sqrt(variance + shift * shift * slopeError * slopeError) / Math.abs(slope);
    expect(alphaBetaGy.estimate).toBeCloseTo((52 * 2.6 - 2 * e2) / (e2 - 52), 11);
    expect(alphaBetaGy.standardError).toBeCloseTo(((52 * 0.6) / ((e2 - 52) * (e2 - 52))) * errorE2, 11);
    expect(coefficients.perGy.estimate + 2 * coefficients.perGy2.estimate).toBeCloseTo(slope, 14);
  });
});

it.each(shippedEffects)('%s names its question and source, and warns of nothing', (name) => {
  const head = effectsText(name).split('isoeffect: 1')[0];
  expect(head).toContain('# Question:');
  expect(head).toContain('# Source:');
  expect(readEffects(effectsText(name), name).warnings).toEqual([]);
});
