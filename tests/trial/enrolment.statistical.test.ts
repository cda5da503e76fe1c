import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import type { Accrual } from '../../src/trial/accrual.ts';
import { createAccrualPace } from '../../src/trial/accrual-pace.ts';
import { createEnrolment, expectedLastDay } from '../../src/trial/enrolment.ts';
import { meansAtLook } from '../../src/trial/expected-enrolment.ts';
import { enrolledAtLook, type TrialClock } from '../../src/trial/trial-clock.ts';

/** False alarms below 1e-6, two-sided. */
const SCORE = 4.9;
const SIZE = 60;
const CENTRES = 6;
const TRIALS = 20_000;
const clockOf = (accrual: Accrual): TrialClock => ({
  accrual,
  total: SIZE,
  centres: CENTRES,
  lookDelayDays: 120,
  finalDelayDays: 120,
  pausedDays: () => 0,
  pausedDaysAtEnd: () => 0,
});
const accrualOf = (given: Partial<Accrual>): Accrual => ({
  perMonth: 4.9,
  pattern: 'poisson',
  surgeryAfterDays: 0,
  pausesAtLooks: false,
  ...given,
});

/** Mean and standard error of the patients enrolled when a look of `needed` evaluable ones is known, over simulated trials. */
function simulated(accrual: Accrual, needed: number, evaluable: number): { mean: number; error: number } {
  const key = seedKey('enrolment');
  const clock = clockOf(accrual);
  const enrol = createEnrolment(clock);
  const [days, uniforms] = [new Float64Array(SIZE), new Float64Array(SIZE)];
  let [n, sum, squares] = [0, 0, 0];
  for (let replicate = 0; replicate < TRIALS; replicate++) {
    enrol(key, 0, replicate, days);
    fillUniforms(key, { world: 0, replicate, purpose: purpose('evaluable') }, uniforms, SIZE);
    let [patient, found] = [0, 0];
    while (patient < SIZE && found < needed) if (uniforms[patient++] < evaluable) found++;
    if (found < needed) continue;
    const enrolled = enrolledAtLook(clock, days, patient, SIZE);
    n++;
    sum += enrolled;
    squares += enrolled * enrolled;
  }
  const mean = sum / n;
  return { mean, error: Math.sqrt((squares / n - mean * mean) / n) };
}

describe('patients enrolled by a look', () => {
  it.each([
    ['patients at random', accrualOf({}), 20, 1],
    ['a trial nearly full', accrualOf({}), 45, 1],
    ['some who cannot be evaluated', accrualOf({}), 20, 0.8],
    ['equal intervals, some not evaluable', accrualOf({ pattern: 'even' }), 20, 0.8],
  ])('%s: exact and simulated agree', (_, accrual, needed, evaluable) => {
    const exact = meansAtLook(needed, evaluable, SIZE, clockOf(accrual)).enrolled;
    const { mean, error } = simulated(accrual, needed, evaluable);
    expect(error).toBeGreaterThan(0);
    expect(Math.abs(mean - exact) / error).toBeLessThan(SCORE);
  });

  it('at equal intervals 19 more come in 120 days at 4.9 a month, none where accrual pauses', () => {
    const even = accrualOf({ pattern: 'even' });
    expect(meansAtLook(20, 1, SIZE, clockOf(even)).enrolled).toBe(39);
    expect(meansAtLook(50, 1, SIZE, clockOf(even)).enrolled).toBe(60);
    expect(meansAtLook(20, 1, SIZE, clockOf({ ...even, pausesAtLooks: true })).enrolled).toBe(20);
    expect(meansAtLook(20, 1, SIZE, undefined).enrolled).toBe(20);
  });
});

describe('enrolment', () => {
  const key = seedKey('enrolment');
  const days = new Float64Array(SIZE);

  it.each([
    ['at a steady pace', accrualOf({})],
    ['within the planned period', accrualOf({ pattern: 'uniform' })],
    ['at a rising pace', accrualOf({ rampMonths: 9 })],
    ['within the period of a rising pace', accrualOf({ pattern: 'uniform', rampMonths: 9 })],
    ['while centres open', accrualOf({ centresOpenPerMonth: 0.8 })],
  ])('%s ends when the exact mean says, its patients spread as the pace has it', (_, accrual) => {
    const planned = clockOf(accrual);
    const enrol = createEnrolment(planned);
    const pace = createAccrualPace(accrual, CENTRES);
    let [sum, squares, early] = [0, 0, 0];
    const until = pace.dayOf(SIZE / 4);
    for (let replicate = 0; replicate < TRIALS; replicate++) {
      enrol(key, 1, replicate, days);
      sum += days[SIZE - 1];
      squares += days[SIZE - 1] * days[SIZE - 1];
      for (let i = 0; i < SIZE && days[i] <= until; i++) early++;
    }
    const mean = sum / TRIALS;
    const error = Math.sqrt((squares / TRIALS - mean * mean) / TRIALS);
    expect(Math.abs(mean - expectedLastDay(planned)) / error).toBeLessThan(SCORE);
    // Poisson counts, or a quarter of all: the mean over trials has at most this error
    expect(Math.abs(early / TRIALS - SIZE / 4)).toBeLessThan(SCORE * Math.sqrt(SIZE / 4 / TRIALS));
    if (accrual.pattern === 'uniform') expect(days[SIZE - 1]).toBeLessThan(pace.dayOf(SIZE));
  });

  it('by centres that open is that of the centres open, and inverts', () => {
    const pace = createAccrualPace(accrualOf({ centresOpenPerMonth: 1 }), CENTRES);
    const month = 30.4375;
    // 1, then 2 of 6 centres: 4.9/6 and 9.8/6 patients
    expect(pace.patientsBy(month)).toBeCloseTo(4.9 / 6, 12);
    expect(pace.patientsBy(2 * month)).toBeCloseTo(4.9 / 6 + 9.8 / 6, 12);
    for (const day of [1, 20, 45, 100, 151, 200, 1000])
      expect(pace.dayOf(pace.patientsBy(day))).toBeCloseTo(day, 9);
    const rising = createAccrualPace(accrualOf({ rampMonths: 6 }), CENTRES);
    expect(rising.patientsBy(6 * month)).toBeCloseTo(3 * 4.9, 12);
    for (const day of [1, 100, 182, 400]) expect(rising.dayOf(rising.patientsBy(day))).toBeCloseTo(day, 9);
  });
});
