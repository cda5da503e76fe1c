import { describe, expect, it } from 'vitest';
import { stieltjesIntegral } from '../../src/numeric/stieltjes-integral.ts';
import { uniformEntry } from '../../src/trial/entry-law.ts';
import { eventProbability, expectedEvents, yearsOfEvents } from '../../src/trial/expected-events.ts';
import { kaplanMeierVariance } from '../../src/trial/kaplan-meier-variance.ts';
import { constantHazard, type Observation, observedAt } from '../../src/trial/observation.ts';
import {
  cureCurve,
  piecewiseCurve,
  proportionalCurve,
  type SurvivalCurve,
  weibullCurve,
} from '../../src/trial/survival-curve.ts';

const HAZARD = constantHazard(0.3, 3);
const LOSS = constantHazard(0.1, 1);
const exponential = weibullCurve({ years: 3, rate: 0.7 });
const watch = (accrual: number, perPatientYears?: number): Observation => ({
  entry: uniformEntry(accrual),
  perPatientYears,
  remaining: (years) => Math.exp(-LOSS * years),
});

/** Closed form: exponential event and loss, uniform entry over a years, analysis f years later. */
function closedForm(a: number, f: number): number {
  const all = HAZARD + LOSS;
  const gone = a === 0 ? Math.exp(-all * f) : (Math.exp(-all * f) - Math.exp(-all * (a + f))) / (a * all);
  return (HAZARD / all) * (1 - gone);
}

describe('probability of an observed event', () => {
  it.each([
    [4, 3],
    [2, 0.5],
    [0, 3],
    [5, 1e-6],
  ])('accrual %f years, %f more: as the closed form', (accrual, after) => {
    const found = eventProbability(exponential, observedAt(watch(accrual), accrual + after));
    expect(found).toBeCloseTo(closedForm(accrual, after), 10);
  });

  it('everyone followed for 3 years: accrual does not matter', () => {
    const found = eventProbability(exponential, observedAt(watch(4, 3), 7));
    expect(found).toBeCloseTo(closedForm(0, 3), 10);
  });

  it('before accrual has ended, of all patients', () => {
    // ∫ over entry 0..2 of 4 years, nobody lost later counted
    const found = eventProbability(exponential, observedAt(watch(4), 2));
    expect(found).toBeCloseTo(closedForm(2, 0) / 2, 10);
  });

  it('a ramp that is all of accrual: mean over entry with density 2u/A²', () => {
    const ramp: Observation = { ...watch(0), entry: uniformEntry(4, 4) };
    const found = eventProbability(exponential, observedAt(ramp, 7));
    const all = HAZARD + LOSS;
    const oracle = stieltjesIntegral(
      (u) => (HAZARD / all) * -Math.expm1(-all * (7 - u)),
      (u) => (u * u) / 16,
      4,
    );
    expect(found).toBeCloseTo(oracle, 10);
  });

  it.each<[string, SurvivalCurve]>([
    ['Weibull, falling hazard', weibullCurve({ years: 3, rate: 0.7 }, 0.7)],
    ['Weibull, rising hazard', weibullCurve({ years: 3, rate: 0.7 }, 2)],
    ['cure', cureCurve({ years: 3, rate: 0.7 }, 0.6)],
  ])('%s: without loss, all at once, it is 1 − S', (_, curve) => {
    expect(curve(0)).toBe(1);
    expect(curve(3)).toBeCloseTo(0.7, 12);
    const open: Observation = { entry: uniformEntry(0), remaining: () => 1 };
    expect(eventProbability(curve, observedAt(open, 4))).toBeCloseTo(1 - curve(4), 10);
  });

  it('a curve through points runs through them, and on', () => {
    const curve = piecewiseCurve([
      { years: 1, rate: 0.9 },
      { years: 3, rate: 0.7 },
    ]);
    expect([0, 1, 3].map(curve)).toEqual([1, expect.closeTo(0.9, 12), expect.closeTo(0.7, 12)]);
    expect(curve(5)).toBeCloseTo((0.7 * 0.7) / 0.9, 12);
    expect(proportionalCurve(curve, 2)(3)).toBeCloseTo(0.49, 12);
  });
});

describe('time of events', () => {
  const arms = [1, 0.7].map((ratio) => ({ size: 150, curve: proportionalCurve(exponential, ratio) }));

  it('is when so many are expected', () => {
    for (const events of [1, 20, 80]) {
      const years = yearsOfEvents(events, arms, watch(4));
      expect(expectedEvents(arms, watch(4), years)).toBeCloseTo(events, 8);
    }
  });

  it('never comes where too few patients are followed too briefly', () => {
    expect(() => yearsOfEvents(100, arms, watch(4, 3))).toThrow(
      /^no time of 100 events: only 6\d\.\d are expected within 7 years$/,
    );
  });
});

describe('variance of Kaplan–Meier estimates', () => {
  it('is binomial where nobody is lost', () => {
    const open: Observation = { entry: uniformEntry(0), remaining: () => 1 };
    expect(kaplanMeierVariance(exponential, observedAt(open, 3), 3)).toBeCloseTo(0.7 * 0.3, 10);
  });

  it('with exponential loss: S² h/(h + l) (e^((h + l)t) − 1)', () => {
    const all = HAZARD + LOSS;
    const oracle = ((0.49 * HAZARD) / all) * Math.expm1(all * 3);
    expect(kaplanMeierVariance(exponential, observedAt(watch(0), 3), 3)).toBeCloseTo(oracle, 10);
  });

  it('is none where nobody is followed so long', () => {
    expect(() => kaplanMeierVariance(exponential, observedAt(watch(2), 2), 3)).toThrow(
      'invalid atYears: 3 (must be a time to which patients are followed)',
    );
  });
});

it.each([
  [() => weibullCurve({ years: 0, rate: 0.7 }), 'invalid years: 0 (must be > 0)'],
  [() => weibullCurve({ years: 1, rate: 1 }), 'invalid rate: 1 (must be in (0, 1))'],
  [() => weibullCurve({ years: 1, rate: 0.5 }, -1), 'invalid shape: -1 (must be > 0)'],
  [
    () => cureCurve({ years: 1, rate: 0.5 }, 0.5),
    'invalid cured: 0.5 (must be in [0, 0.5), the event-free probability)',
  ],
  [() => piecewiseCurve([]), 'invalid points: none (must be at least one)'],
  [() => uniformEntry(2, 3), 'invalid rampYears: 3 (must be at most the 2 years of accrual)'],
  [() => observedAt(watch(2), 0), 'invalid analysisYears: 0 (must be > 0)'],
  [() => constantHazard(1, 3), 'invalid probability: 1 (must be in [0, 1))'],
])('%s', (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
