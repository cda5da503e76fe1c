import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  differenceOfHazardRatio,
  disagreementWords,
  hazardRatioOfDifference,
  impliedControlRate,
  marginAtRate,
  marginScales,
  timeMargin,
} from '../../src/trial/time-margin.ts';

const rate = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const ratio = fc.double({ min: 1.01, max: 6, noNaN: true });

describe('a margin on both scales', () => {
  it('comes back from the other scale', () => {
    fc.assert(
      fc.property(rate, ratio, (controlRate, hazardRatio) => {
        const difference = differenceOfHazardRatio(controlRate, hazardRatio);
        fc.pre(controlRate - difference > 1e-3);
        expect(difference).toBeGreaterThan(0);
        expect(hazardRatioOfDifference(controlRate, difference) / hazardRatio).toBeCloseTo(1, 9);
      }),
    );
  });

  it('implies the control rate at which it was made, where that is the higher of two', () => {
    fc.assert(
      fc.property(ratio, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (hazardRatio, part) => {
        const turning = Math.exp(-Math.log(hazardRatio) / (hazardRatio - 1));
        const controlRate = turning + part * (1 - turning);
        const difference = differenceOfHazardRatio(controlRate, hazardRatio);
        expect(impliedControlRate(difference, hazardRatio)).toBeCloseTo(controlRate, 6);
      }),
    );
  });

  it('agrees with itself after rounding to any digits, and with no figure two units off', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.6, max: 0.95, noNaN: true }),
        fc.double({ min: 1.2, max: 2.2, noNaN: true }),
        fc.integer({ min: 3, max: 5 }),
        (controlRate, hazardRatio, digits) => {
          const difference = differenceOfHazardRatio(controlRate, hazardRatio);
          const stated = (value: number, shift = 0) =>
            Number((value + 2 * shift * Number(`1e-${digits}`)).toFixed(digits));
          const of = (shift: number) =>
            marginScales(
              {
                hazardRatio: stated(hazardRatio),
                difference: stated(difference, shift),
                leads: 'difference',
              },
              controlRate,
            ).disagreement;
          expect(of(0)).toBeUndefined();
          // A figure may end in zeros, which its number does not keep: then it is taken for a coarser one
          fc.pre(![hazardRatio, difference].some((v) => String(stated(v)).length !== digits + 2));
          fc.pre(String(stated(difference, 1)).length === digits + 2);
          expect(of(1)).toBeDefined();
        },
      ),
    );
  });
});

describe('published margins', () => {
  it.each([
    ['CHHiP', 0.7, 1.208, 0.05],
    ['FAST-Forward', 0.98, 1.81, 0.016],
    ['HYPORT-Adjuvant', 0.95, 1.63, 0.03],
    ['PACE-B', 0.85, 1.45, 0.06],
    ['sarcoma, 7 points at 93 %', 0.93, 2.08, 0.07],
  ])('%s: the two agree', (_, controlRate, hazardRatio, difference) => {
    const scales = marginScales({ hazardRatio, difference, leads: 'hazardRatio' }, controlRate);
    expect(scales).toEqual({ hazardRatio, difference, leads: 'hazardRatio' });
    expect(disagreementWords(scales)).toBe('');
  });

  it('RTOG 0415: they do not, and hold together at 83 %', () => {
    const scales = marginScales({ hazardRatio: 1.52, difference: 0.0765, leads: 'hazardRatio' }, 0.85);
    expect(disagreementWords(scales)).toBe(
      'the margins disagree: 7.65 points at a control rate of 85 % are a hazard ratio of 1.58, not 1.52; both hold at 83.0 %',
    );
  });

  it('no control rate holds 40 points and 1.5', () => {
    const scales = marginScales({ hazardRatio: 1.5, difference: 0.4, leads: 'difference' }, 0.85);
    expect(disagreementWords(scales)).toMatch(/; no control rate holds both$/);
    expect(scales.disagreement).not.toHaveProperty('impliedControlRate');
  });

  it('PACE-B: what leads keeps its value at another rate', () => {
    const byRatio = marginScales({ hazardRatio: 1.45 }, 0.85);
    expect(byRatio.difference).toBeCloseTo(0.06, 3);
    expect(marginAtRate(byRatio, 0.946).hazardRatio).toBe(1.45);
    expect(marginAtRate(byRatio, 0.946).difference).toBeCloseTo(0.0233, 4);
    const byDifference = marginScales({ difference: 0.06 }, 0.85);
    expect(marginAtRate(byDifference, 0.946).difference).toBe(0.06);
    expect(marginAtRate(byDifference, 0.946).hazardRatio).toBeGreaterThan(2);
  });
});

describe('what is no margin', () => {
  const refusals = (given: object): string[] =>
    timeMargin.safeParse(given).error?.issues.map(({ message }) => message) ?? [];
  it.each([
    [
      { hazardRatio: 0.8 },
      '0.8 is on the wrong side of 1 (a margin of non-inferiority lies above it: failures may be so many times as frequent)',
    ],
    [{ difference: 7 }, '7 is not a probability (must be in [0, 1]; for 7 % write 0.07)'],
    [{}, 'missing margin: needs one of hazardRatio, difference; both need leads'],
    [{ hazardRatio: 1.5, difference: 0.05 }, 'two margins: leads must say which one decides'],
    [{ difference: 0.05, leads: 'hazardRatio' }, 'leads names hazardRatio, which is not given'],
    [{ hazardratio: 2, difference: 0.1 }, 'unknown key: hazardratio (did you mean hazardRatio?)'],
  ])('%j', (given, message) => {
    expect(refusals(given)).toEqual([message]);
  });

  it.each([
    [() => hazardRatioOfDifference(1, 0.1), 'invalid controlRate: 1 (must be in (0, 1))'],
    [
      () => hazardRatioOfDifference(0.9, 0.9),
      'invalid difference: 0.9 (must leave a rate in (0, 1) beside 0.9)',
    ],
    [() => differenceOfHazardRatio(0.9, 0), 'invalid hazardRatio: 0 (must be > 0)'],
    [() => impliedControlRate(0.05, 1), 'invalid hazardRatio: 1 (must be > 1)'],
    [
      () => impliedControlRate(0.3, 1.52),
      'invalid difference: 0.3 (must be at most 0.1529 at a hazard ratio of 1.52)',
    ],
  ])('%s', (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });
});
