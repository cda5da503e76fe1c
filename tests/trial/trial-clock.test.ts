import { describe, expect, it } from 'vitest';
import { endpoints } from '../../src/outcomes/endpoints/index.ts';
import { accrualSchema, outcomeDelayDays, perDay } from '../../src/trial/accrual.ts';
import type { Design } from '../../src/trial/design.ts';
import { createTrialClock, enrolledAtLook } from '../../src/trial/trial-clock.ts';

const accrual = (more: object = {}) =>
  accrualSchema.parse({ perMonth: 30.4375, surgeryAfterDays: 10, ...more });
const wounds = { endpoint: endpoints.woundComplication, time: 120 };
const control = { endpoint: endpoints.localControl, time: 1 };
/** Two arms of 20 with looks of wounds at 10 and 20 patients, 20 twice, and a claim on control at a year. */
const clock = (design: object = {}) =>
  createTrialClock({
    accrual: accrual({ pausesAtLooks: true }),
    sizes: [20, 20],
    rules: [wounds],
    claims: [control],
    stages: [{ patients: 10 }, { patients: 20 }, { patients: 20 }],
    ...design,
  } as unknown as Design);

describe('accrual', () => {
  it('has a pace a day, of months of 30.4375 days', () => {
    expect(perDay(accrual())).toBe(1);
  });

  it('knows outcomes so long after surgery, years being of 365.25 days', () => {
    expect(outcomeDelayDays({ surgeryAfterDays: 10 }, 'atYears', 2)).toBe(740.5);
    expect(outcomeDelayDays({ surgeryAfterDays: 10 }, 'withinDays', 120)).toBe(130);
  });

  it('rises one way or the other, not both ways', () => {
    expect(accrualSchema.safeParse({ perMonth: 4, rampMonths: 6 }).success).toBe(true);
    expect(accrualSchema.safeParse({ perMonth: 4, centresOpenPerMonth: 2 }).success).toBe(true);
    const both = accrualSchema.safeParse({ perMonth: 4, rampMonths: 6, centresOpenPerMonth: 2 });
    expect(both.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['centresOpenPerMonth', 'the pace rises by rampMonths or by centresOpenPerMonth, not by both'],
    ]);
  });
});

describe('the clock of a trial', () => {
  it('is not there without accrual', () => {
    expect(clock({ accrual: undefined })).toBeUndefined();
  });

  it('waits at looks for the outcomes of rules, at the end for those of claims and rules', () => {
    expect(clock()).toMatchObject({ total: 40, centres: 1, lookDelayDays: 130, finalDelayDays: 375.25 });
    const late = { ...wounds, time: 400 };
    expect(clock({ rules: [late] })).toMatchObject({ lookDelayDays: 410, finalDelayDays: 410 });
    expect(clock({ rules: [], centres: 3 })).toMatchObject({ centres: 3, lookDelayDays: 0 });
  });

  it('where looks are at the claim, waits for its outcome at each', () => {
    expect(clock({ sequential: {}, rules: [] })).toMatchObject({
      lookDelayDays: 375.25,
      finalDelayDays: 375.25,
    });
  });

  it('where times decide, ends after the least follow-up', () => {
    const timed = { ...control, times: {} };
    expect(clock({ claims: [timed], rules: [], followUp: { leastYears: 2 } })).toMatchObject({
      finalDelayDays: 740.5,
    });
    expect(clock({ claims: [timed], rules: [], sequential: {} })!.finalDelayDays).toBe(10);
  });

  it('pauses once for each number of patients, behind it', () => {
    const { pausedDays, pausedDaysAtEnd } = clock()!;
    expect([10, 11, 20, 21, 40].map(pausedDays)).toEqual([0, 130, 130, 260, 260]);
    // The look that the last patient completes keeps nobody waiting, as far as that patient counts
    expect([0, 0.25, 1].map((counts) => pausedDaysAtEnd(20, counts))).toEqual([260, 227.5, 130]);
    expect([15, 40].map((evaluable) => pausedDaysAtEnd(evaluable, 1))).toEqual([130, 260]);
    expect(clock({ accrual: accrual() })!.pausedDays(40)).toBe(0);
  });

  it('enrols while a look waits, up to the day on which it is known, unless accrual pauses', () => {
    const days = Float64Array.of(0, 1, 130, 131, 131.5);
    const going = clock({ accrual: accrual() })!;
    expect(enrolledAtLook(going, days, 2, 5)).toBe(4);
    expect(enrolledAtLook(going, days, 2, 3)).toBe(3);
    expect(enrolledAtLook(going, days, 1, 5)).toBe(3);
    expect(enrolledAtLook(clock()!, days, 2, 5)).toBe(2);
  });
});
