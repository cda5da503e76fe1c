import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose, uniformAt } from '../../src/random/stream.ts';
import type { Accrual } from '../../src/trial/accrual.ts';
import { createAccrualPace } from '../../src/trial/accrual-pace.ts';
import { createEnrolment } from '../../src/trial/enrolment.ts';

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
