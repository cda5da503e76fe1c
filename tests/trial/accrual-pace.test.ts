import { describe, expect, it } from 'vitest';
import { type Accrual, accrualSchema, DAYS_A_MONTH } from '../../src/trial/accrual.ts';
import { createAccrualPace, isSteady } from '../../src/trial/accrual-pace.ts';

/** A patient a day at full pace. */
const accrual = (more: object = {}): Accrual => accrualSchema.parse({ perMonth: DAYS_A_MONTH, ...more });

/** Patients by a day, adding up the pace in steps that meet every bend. */
function addedUp(paceOn: (day: number) => number, day: number): number {
  const steps = 4000;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += paceOn(((i + 0.5) * day) / steps) * (day / steps);
  return sum;
}

describe('the pace of accrual', () => {
  it.each([
    [{}, true],
    [{ pattern: 'even' }, true],
    [{ pattern: 'uniform' }, false],
    [{ rampMonths: 3 }, false],
    [{ centresOpenPerMonth: 2 }, false],
    [{ pattern: 'even', rampMonths: 3 }, false],
  ])('is steady with %j: %s', (more, expected) => {
    expect(isSteady(accrual(more))).toBe(expected);
  });

  it('is the same all the time, unless it rises', () => {
    const { patientsBy, dayOf } = createAccrualPace(accrual({ perMonth: 2 * DAYS_A_MONTH }), 7);
    expect([0, 1, 15.5].map(patientsBy)).toEqual([0, 2, 31]);
    expect([0, 1, 31].map(dayOf)).toEqual([0, 0.5, 15.5]);
  });

  it('rises evenly to the full one: λt²/(2r), then as if it had begun half-way', () => {
    const { patientsBy, dayOf } = createAccrualPace(accrual({ rampMonths: 2 }), 7);
    const risesDays = 2 * DAYS_A_MONTH;
    // A quarter of the rise's patients by half of it, which has half of what the full pace would have
    expect(patientsBy(risesDays / 2)).toBeCloseTo(risesDays / 8, 12);
    expect(patientsBy(risesDays)).toBeCloseTo(risesDays / 2, 12);
    expect(patientsBy(risesDays + 10)).toBeCloseTo(risesDays / 2 + 10, 12);
    expect(dayOf(risesDays / 8)).toBeCloseTo(risesDays / 2, 12);
    expect(dayOf(risesDays / 2)).toBeCloseTo(risesDays, 12);
    expect(dayOf(risesDays / 2 + 10)).toBeCloseTo(risesDays + 10, 12);
    const faster = createAccrualPace(accrual({ rampMonths: 2, perMonth: 3 * DAYS_A_MONTH }), 7);
    for (const day of [0.3, 20, risesDays, 100]) {
      expect(faster.patientsBy(day)).toBeCloseTo(3 * patientsBy(day), 9);
      expect(faster.dayOf(3 * patientsBy(day))).toBeCloseTo(day, 9);
    }
  });

  it('is that of the centres which are open', () => {
    const { patientsBy, dayOf } = createAccrualPace(
      accrual({ perMonth: 3 * DAYS_A_MONTH, centresOpenPerMonth: 2 }),
      3,
    );
    // Each of three centres has a patient a day; they open on days 0, a and 2a
    const apart = DAYS_A_MONTH / 2;
    expect(patientsBy(apart / 2)).toBeCloseTo(apart / 2, 12);
    expect(patientsBy(apart)).toBeCloseTo(apart, 12);
    expect(patientsBy(2 * apart)).toBeCloseTo(3 * apart, 12);
    expect(patientsBy(3 * apart)).toBeCloseTo(6 * apart, 12);
    expect(patientsBy(10 * apart)).toBeCloseTo(27 * apart, 12);
    for (const part of [0.3, 1, 1.4, 2, 2.7, 3, 9])
      expect(dayOf(patientsBy(part * apart))).toBeCloseTo(part * apart, 10);
    const paceOn = (day: number): number => Math.min(3, 1 + Math.floor(day / apart));
    // A jump of the pace moves the sum by at most one step's patients
    for (const part of [0.5, 1.5, 2.5, 6])
      expect(Math.abs(patientsBy(part * apart) - addedUp(paceOn, part * apart))).toBeLessThan(0.05);
  });

  it('of one centre is never less than the full one', () => {
    const { patientsBy, dayOf } = createAccrualPace(accrual({ centresOpenPerMonth: 0.5 }), 1);
    for (const day of [1, 100, 500]) {
      expect(patientsBy(day)).toBeCloseTo(day, 10);
      expect(dayOf(day)).toBeCloseTo(day, 10);
    }
  });
});

describe('accrual as it is written', () => {
  it('comes at random, is known at once and does not pause, unless stated', () => {
    expect(accrualSchema.parse({ perMonth: 3 })).toEqual({
      perMonth: 3,
      pattern: 'poisson',
      surgeryAfterDays: 0,
      pausesAtLooks: false,
    });
  });

  it.each([
    [{ perMonth: 0 }, 'perMonth'],
    [{ perMonth: 3, surgeryAfterDays: -1 }, 'surgeryAfterDays'],
    [{ perMonth: 3, surgeryAfterDays: 1001 }, 'surgeryAfterDays'],
    [{ perMonth: 3, rampMonths: 121 }, 'rampMonths'],
    [{ perMonth: 3, pattern: 'evn' }, 'pattern'],
  ])('refuses %j', (given, key) => {
    expect(accrualSchema.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual([key]);
  });

  it.each([{ surgeryAfterDays: 0 }, { surgeryAfterDays: 1000 }, { rampMonths: 120 }])('takes %j', (more) => {
    expect(accrualSchema.safeParse({ perMonth: 3, ...more }).success).toBe(true);
  });

  it('has patterns with a name that is nearly right', () => {
    const { error } = accrualSchema.safeParse({ perMonth: 3, pattern: 'evn' });
    expect(error!.issues[0].message).toBe('unknown pattern of accrual: evn (did you mean even?)');
  });
});
