import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../../src/numeric/normal-cdf.ts';
import type { BoundRule } from '../../../src/trial/efficacy-bounds/definition.ts';
import type { FutilityBound } from '../../../src/trial/futility-bounds/definition.ts';
import { shapedBound, spendingBound } from '../../../src/trial/group-sequential/efficacy-bound.ts';
import { solveBounds } from '../../../src/trial/group-sequential/solve-bounds.ts';
import { walkBounds } from '../../../src/trial/group-sequential/walk-bounds.ts';
import { naiveLooks } from '../../fixtures/naive-looks.ts';

const level = 0.025;
const fractions = [0.4, 0.7, 1];
const none = fractions.map(() => -Infinity);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Spends in proportion to the information. */
const even = (): BoundRule => spendingBound((fraction, alpha) => alpha * fraction);
const same = (): BoundRule => shapedBound((_, final) => final);
/** Stops below a share of the last look's efficacy bound. */
const shareOfLast = (share: number): FutilityBound => ({
  needsDrift: false,
  needsFinalEfficacy: true,
  interim: ({ finalEfficacy }) => share * finalEfficacy,
});
const solve = (rule: BoundRule, more: { futility?: FutilityBound; isBinding?: boolean } = {}) =>
  solveBounds({ fractions, oneSidedAlpha: level, rule, isBinding: false, drift: 0, ...more });

describe('solved bounds', () => {
  it('of a spending function spend by look what it says', () => {
    const { upper, lower, spent } = solve(even());
    const stops = naiveLooks(fractions, upper, none, 0, 400).upper;
    stops.forEach((p, k) => {
      expect(p).toBeCloseTo(level * (fractions[k] - (k > 0 ? fractions[k - 1] : 0)), 7);
      expect(spent[k]).toBeCloseTo(level * fractions[k], 12);
    });
    expect(lower).toEqual([-Infinity, -Infinity, -Infinity]);
  });

  it.each([
    ['a spending function', even],
    ['a shape', same],
  ])('of %s keep the level with futility bounds that go by the last look’s, binding or not', (_, rule) => {
    const futility = shareOfLast(0.4);
    const free = solve(rule(), { futility, isBinding: false });
    expect(free.upper.map((z) => z.toFixed(9))).toEqual(solve(rule()).upper.map((z) => z.toFixed(9)));
    expect(sum(naiveLooks(fractions, free.upper, none, 0, 400).upper)).toBeCloseTo(level, 7);
    const binding = solve(rule(), { futility, isBinding: true });
    expect(sum(naiveLooks(fractions, binding.upper, binding.lower, 0, 400).upper)).toBeCloseTo(level, 7);
    expect(binding.upper[2]).toBeLessThan(free.upper[2] - 0.01);
    for (const { upper, lower } of [free, binding]) {
      expect(lower[0]).toBeCloseTo(0.4 * upper[2], 9);
      expect(lower[1]).toBeCloseTo(0.4 * upper[2], 9);
      expect(lower[2]).toBe(upper[2]);
    }
  });

  it('leave a stated last bound alone, whatever is spent', () => {
    const { upper, spent } = solve(
      shapedBound(
        () => 2.5,
        () => 1.5,
      ),
    );
    expect(upper).toEqual([2.5, 2.5, 1.5]);
    expect(spent[0]).toBeCloseTo(normalCdf(-2.5), 12);
    expect(spent[2]).toBeCloseTo(sum(naiveLooks(fractions, [2.5, 2.5, 1.5], none, 0, 400).upper), 7);
  });

  it('have no last bound where futility leaves fewer than the level', () => {
    const { upper } = solve(
      shapedBound(() => Infinity),
      { futility: { ...shareOfLast(0), interim: () => 3 }, isBinding: true },
    );
    expect(upper).toEqual([Infinity, Infinity, -Infinity]);
  });

  it('are refused where interim looks alone spend the level', () => {
    const refused = () => solve(shapedBound(() => 1));
    const spent = sum(naiveLooks([0.4, 0.7], [1, 1], none, 0, 400).upper);
    expect(refused).toThrow(
      /^invalid interim bounds: they spend 0\.\d+ \(must be below the level, 0\.025\)$/,
    );
    try {
      refused();
    } catch (error) {
      expect(Number(/spend (0\.\d+)/.exec((error as Error).message)![1])).toBeCloseTo(spent, 7);
    }
  });
});

describe('bounds look by look', () => {
  const question = { fractions, oneSidedAlpha: level, rule: even(), isBinding: false, drift: 3 };

  it('cut a futility bound to the efficacy bound, and count what is given up under the drift', () => {
    const seen: number[] = [];
    const futility: FutilityBound = {
      needsDrift: true,
      needsFinalEfficacy: false,
      interim: ({ look, spent, drift, fraction }) => {
        seen.push(look, spent, drift, fraction);
        return look === 0 ? 0.5 : 9;
      },
    };
    const { upper, lower } = walkBounds({ ...question, futility }, {});
    expect(lower).toEqual([0.5, upper[1], upper[2]]);
    // P(Z < 0.5), Z of mean 3·√0.4
    const given = normalCdf(0.5 - 3 * Math.sqrt(0.4));
    expect(seen.map((value) => value.toFixed(10))).toEqual(
      [0, 0, 3, 0.4, 1, given, 3, 0.7].map((value) => value.toFixed(10)),
    );
  });

  it('shape bounds go by the plan, spent levels by what was observed', () => {
    const roots = shapedBound((fraction, final) => final / Math.sqrt(fraction));
    const shaped = walkBounds({ ...question, rule: roots }, { planned: 2, observed: [0.3, 0.8] });
    expect(shaped.upper).toEqual([2 / Math.sqrt(0.4), 2 / Math.sqrt(0.7)]);
    const spent = walkBounds(question, { observed: [0.3, 0.8] }).spent;
    expect(spent[0]).toBeCloseTo(level * 0.3, 12);
    expect(spent[1]).toBeCloseTo(level * 0.8, 12);
  });
});
