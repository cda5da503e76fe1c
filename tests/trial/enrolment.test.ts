import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose, uniformAt } from '../../src/random/stream.ts';
import { type Accrual, DAYS_A_MONTH } from '../../src/trial/accrual.ts';
import { createAccrualPace } from '../../src/trial/accrual-pace.ts';
import { createEnrolment, expectedLastDay, fillEvenDays } from '../../src/trial/enrolment.ts';

const key = seedKey('enrolment');
const at = { world: 2, replicate: 7 };

/** Days from the streams' uniforms, taken one by one. */
function plainDays(accrual: Accrual, total: number): number[] {
  const uniforms = new Float64Array(total);
  fillUniforms(key, { ...at, purpose: purpose('trial/accrual') }, uniforms, total);
  const gaps = Array.from(uniforms, (u) => -Math.log(u));
  const last = -Math.log(uniformAt(key, { ...at, purpose: purpose('trial/accrual/end') }));
  const scale = accrual.pattern === 'uniform' ? total / gaps.reduce((sum, gap) => sum + gap, last) : 1;
  const { dayOf } = createAccrualPace(accrual, 1);
  let reached = 0;
  return gaps.map((gap) => {
    reached += gap;
    return dayOf(scale * reached);
  });
}

describe('days of enrolment', () => {
  it.each([
    ['poisson', 1],
    ['poisson', 1024],
    ['uniform', 301],
    ['uniform', 2500],
  ] as const)(
    'of the pattern %s and %d patients are those of patients taken one by one, every bit',
    (pattern, total) => {
      const accrual: Accrual = {
        perMonth: 12.5,
        pattern,
        surgeryAfterDays: 0,
        pausesAtLooks: false,
        rampMonths: 3,
      };
      const days = new Float64Array(total);
      const enrol = createEnrolment({ accrual, total, centres: 1 });
      enrol(key, 0, 0, days);
      enrol(key, at.world, at.replicate, days);
      expect([...days]).toEqual(plainDays(accrual, total));
    },
  );
});

describe('the day on which the last patient is expected', () => {
  const accrual = (more: Partial<Accrual> = {}): Accrual => ({
    perMonth: 2 * DAYS_A_MONTH,
    pattern: 'poisson',
    surgeryAfterDays: 0,
    pausesAtLooks: false,
    ...more,
  });
  const lastDay = (more: Partial<Accrual>, total: number, centres = 1): number =>
    expectedLastDay({ accrual: accrual(more), total, centres });

  it('is n/λ at a steady pace; of n uniform days in n/λ the mean of the largest, n/(n + 1) of it', () => {
    expect(lastDay({}, 30)).toBe(15);
    expect(lastDay({ pattern: 'even' }, 30)).toBe(15);
    expect(lastDay({ pattern: 'uniform' }, 30)).toBeCloseTo((15 * 30) / 31, 6);
  });

  it('of one patient in a rising pace is the mean of the root of an exponential', () => {
    // Days √(2r·X/λ), E √X = Γ(3/2) = √π/2: nearly all of it within a rise of 100 months
    const rises = 100 * DAYS_A_MONTH;
    expect(lastDay({ rampMonths: 100 }, 1)).toBeCloseTo(Math.sqrt(rises) * (Math.sqrt(Math.PI) / 2), 5);
    expect(lastDay({ rampMonths: 100, pattern: 'even' }, 1)).toBeCloseTo(Math.sqrt(rises), 10);
    // One uniform day in the period: E √U = 2/3
    expect(lastDay({ rampMonths: 100, pattern: 'uniform' }, 1)).toBeCloseTo((Math.sqrt(rises) * 2) / 3, 5);
  });

  it('of patients at equal intervals is the last one’s', () => {
    const days = new Float64Array(6);
    fillEvenDays(
      { accrual: accrual({ pattern: 'even', centresOpenPerMonth: 1 }), total: 6, centres: 2 },
      days,
    );
    expect([...days].map((day) => Number(day.toFixed(9)))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(lastDay({ pattern: 'even', centresOpenPerMonth: 1 }, 6, 2)).toBeCloseTo(6, 12);
  });
});
