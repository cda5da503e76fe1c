import { describe, expect, it } from 'vitest';
import { estimateAlphaBeta } from '../../src/evidence/alpha-beta-estimate.ts';
import { readEffects } from '../../src/evidence/read-effects.ts';
import { threeArms } from '../fixtures/shipped-effects.ts';

const estimate = (...given: Parameters<typeof threeArms>) =>
  estimateAlphaBeta(readEffects(threeArms(...given), 'x').effects, []);

/** Ratios of the arms under coefficients of dose: 30 and 28.5 Gy in 5 against 50 Gy in 25. */
const ratiosOf = (g1: number, g2: number): [number, number] => [
  Math.exp(-20 * g1 + 80 * g2),
  Math.exp(-21.5 * g1 + 62.45 * g2),
];

describe('verdict', () => {
  it('determined: narrow intervals, right signs', () => {
    const { verdict, alphaBetaGy } = estimate(ratiosOf(0.06, 0.02), { spread: 1.05 });
    expect(alphaBetaGy.estimate).toBeCloseTo(3, 9);
    expect(verdict.status).toBe('determined');
    expect(verdict.sentences[0]).toMatch(
      /^α\/β is estimated at 3\.00 Gy, and it is determined: at the 95 % level/,
    );
  });

  it('from above only: the set reaches below 0', () => {
    const { verdict, alphaBetaGy } = estimate(ratiosOf(0.002, 0.02), { spread: 1.1 });
    expect(alphaBetaGy.fieller.kind).toBe('interval');
    expect(alphaBetaGy.fieller.low).toBeLessThan(0);
    expect(verdict.status).toBe('partlyDetermined');
    expect(verdict.sentences[0]).toContain('determined from above only');
  });

  it('from below only: fraction size may not matter at all', () => {
    const { verdict, alphaBetaGy } = estimate(ratiosOf(0.08, 0.002), { spread: 1.15 });
    expect(alphaBetaGy.fieller.kind).toBe('complement');
    expect(verdict.status).toBe('partlyDetermined');
    expect(verdict.sentences[0]).toContain('only a lower bound is determined');
  });

  it('undetermined: nothing above 0 is refused', () => {
    const { verdict } = estimate(ratiosOf(0.03, 0.01), { spread: 4 });
    expect(verdict.status).toBe('undetermined');
    expect(verdict.sentences[0]).toContain('no value above 0 is refused');
  });

  it('no estimate: the mirror image of a good one, in the other event', () => {
    const ratios = ratiosOf(0.06, 0.02);
    const { verdict, alphaBetaGy, wrongSign } = estimate(ratios, { event: 'failure', spread: 1.05 });
    expect(alphaBetaGy.estimate).toBeCloseTo(3, 9);
    expect([wrongSign.perGy.isWrong, wrongSign.perGy2.isWrong]).toEqual([true, true]);
    expect(verdict.status).toBe('noEstimate');
    expect(verdict.sentences[0]).toContain('More dose goes with more failure, the wrong way round');
  });

  it.each([
    ['total dose (g1)', ratiosOf(-0.02, 0.02), -1],
    ['fraction size (g2)', ratiosOf(0.08, -0.02), -4],
  ] as const)('no estimate: the coefficient of %s alone is wrong', (which, ratios, ratio) => {
    const { verdict, alphaBetaGy, isoeffective } = estimate(ratios, { spread: 1.05 });
    expect(alphaBetaGy.estimate).toBeCloseTo(ratio, 9);
    expect(verdict.status).toBe('noEstimate');
    expect(verdict.sentences[0]).toContain(`the coefficient of ${which} has the wrong sign`);
    expect(verdict.sentences[0]).toContain(`−${Math.abs(ratio)}.00 Gy`);
    expect(isoeffective).toEqual([]);
  });

  it('says where the model does not fit, and only there', () => {
    const text = threeArms(ratiosOf(0.06, 0.02), { spread: 1.05 });
    /** ln ratio of 40 Gy in 15 under the same coefficients, so far off. */
    const withThird = (off: number): string => {
      const ratio = Math.exp(-10 * 0.06 + (1600 / 15 - 100) * 0.02 + off);
      return `${text}  - { schedule: 40 Gy/15, ratio: ${ratio}, interval: [${ratio / 1.05}, ${ratio * 1.05}] }\n`;
    };
    const sentences = (off: number): string =>
      estimateAlphaBeta(readEffects(withThird(off), 'x').effects, []).verdict.sentences.join(' ');
    expect(sentences(0)).not.toContain('does not fit');
    expect(sentences(0.3)).toContain(
      'The model does not fit the arms well: so bad a fit comes by chance in < 0.1 % of trials',
    );
  });

  it('no estimate: two ratios of 1 leave nothing to divide by', () => {
    const { verdict, alphaBetaGy } = estimate([1, 1]);
    expect(alphaBetaGy.fieller.kind).toBe('wholeLine');
    expect(verdict.status).toBe('noEstimate');
    expect(verdict.sentences.join(' ')).not.toMatch(/NaN|Infinity|undefined/);
    expect(JSON.parse(JSON.stringify(alphaBetaGy)).estimate).toBeNull();
  });
});
