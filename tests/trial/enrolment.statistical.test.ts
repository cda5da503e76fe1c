import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { type Accrual, fillEnrolmentDays } from '../../src/trial/accrual.ts';
import { meansAtLook } from '../../src/trial/expected-enrolment.ts';
import { enrolledAtLook, type TrialClock } from '../../src/trial/trial-clock.ts';

/** False alarms below 1e-6, two-sided. */
const SCORE = 4.9;
const SIZE = 60;
const TRIALS = 20_000;
const clockOf = (accrual: Accrual): TrialClock => ({
  accrual,
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
  const [days, uniforms] = [new Float64Array(SIZE), new Float64Array(SIZE)];
  let [n, sum, squares] = [0, 0, 0];
  for (let replicate = 0; replicate < TRIALS; replicate++) {
    fillEnrolmentDays(accrual, key, 0, replicate, days, SIZE);
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
