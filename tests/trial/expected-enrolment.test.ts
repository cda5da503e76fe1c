import { describe, expect, it } from 'vitest';
import { accrualSchema, DAYS_A_MONTH } from '../../src/trial/accrual.ts';
import { meansAtLook } from '../../src/trial/expected-enrolment.ts';
import type { TrialClock } from '../../src/trial/trial-clock.ts';

/** Two patients a day, and looks that wait so long. */
const clock = (lookDelayDays: number, more: object = {}, total = 10): TrialClock =>
  ({
    accrual: accrualSchema.parse({ perMonth: 2 * DAYS_A_MONTH, ...more }),
    total,
    centres: 1,
    lookDelayDays,
  }) as TrialClock;

describe('means at a look', () => {
  it('are the look itself where all are evaluable and outcomes known at once', () => {
    expect(meansAtLook(4, 1, 10, undefined)).toEqual({ enrolled: 4, patient: 4 });
    expect(meansAtLook(10, 1, 10, undefined)).toEqual({ enrolled: 10, patient: 10 });
  });

  it('count the patients until so many are evaluable, given that these come', () => {
    // Two of three evaluable with probability 0.8: by patient 2 with 0.64, by patient 3 with 2·0.64·0.2
    const [second, third] = [0.64, 0.256];
    const mean = (2 * second + 3 * third) / (second + third);
    const found = meansAtLook(2, 0.8, 3, undefined);
    expect(found.patient).toBeCloseTo(mean, 12);
    expect(found.enrolled).toBeCloseTo(mean, 12);
    // Of many patients n/v
    expect(meansAtLook(6, 0.75, 400, undefined).patient).toBeCloseTo(8, 9);
  });

  it('are the whole trial where nobody is evaluable', () => {
    expect(meansAtLook(2, 0, 5, undefined)).toEqual({ enrolled: 5, patient: 5 });
  });

  it('count those who come at equal intervals while the look waits, and no more than there are', () => {
    const even = { pattern: 'even' };
    expect(meansAtLook(4, 1, 10, clock(0, even)).enrolled).toBe(4);
    expect(meansAtLook(4, 1, 10, clock(1.2, even)).enrolled).toBe(6);
    expect(meansAtLook(4, 1, 10, clock(1.6, even)).enrolled).toBe(7);
    expect(meansAtLook(4, 1, 10, clock(100, even)).enrolled).toBe(10);
    expect(meansAtLook(4, 1, 10, clock(100, { ...even, pausesAtLooks: true })).enrolled).toBe(4);
  });

  it('count those who come at random meanwhile: E min(N, n + Poisson(λd))', () => {
    // λd = 3: P(0), P(1), P(2) = e⁻³(1, 3, 4.5), and three or more fill the trial of 7
    const [none, one, two] = [1, 3, 4.5].map((term) => term * Math.exp(-3));
    const expected = 4 * none + 5 * one + 6 * two + 7 * (1 - none - one - two);
    expect(meansAtLook(4, 1, 7, clock(1.5)).enrolled).toBeCloseTo(expected, 12);
    expect(meansAtLook(4, 1, 7, clock(1.5)).patient).toBe(4);
    expect(meansAtLook(4, 1, 1000, clock(1.5)).enrolled).toBeCloseTo(7, 12);
    // Over a second or a third patient who completes it
    const [second, third] = [0.64, 0.256].map((p) => p / 0.896);
    expect(meansAtLook(2, 0.8, 3, clock(100)).enrolled).toBeCloseTo(3, 12);
    const quick = meansAtLook(2, 0.8, 3, clock(0.5)).enrolled;
    expect(quick).toBeCloseTo(second * (2 * Math.exp(-1) + 3 * (1 - Math.exp(-1))) + third * 3, 12);
  });
});
