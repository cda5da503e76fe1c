import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCourse } from '../../src/radiobiology/course.ts';
import { createEffectiveDose } from '../../src/radiobiology/create-effective-dose.ts';
import { fractionBedLinearQuadraticLinear } from '../../src/radiobiology/linear-quadratic-linear.ts';
import { createPhase, createSchedule } from '../../src/radiobiology/schedule.ts';
import { check } from '../fixtures/check-property.ts';

const phase = fc.record({
  fractions: fc.integer({ min: 1, max: 12 }),
  doseGy: fc.double({ min: 0.1, max: 20, noNaN: true }),
  perDay: fc.integer({ min: 1, max: 3 }),
  minutes: fc.double({ min: 1, max: 300, noNaN: true }),
});
const courseOf = fc
  .array(phase, { minLength: 1, maxLength: 3 })
  .map((phases) =>
    createCourse(
      createSchedule(phases.map(({ fractions, doseGy, ...rest }) => createPhase(fractions, doseGy, rest))),
    ),
  );
const alphaBeta = fc.double({ min: 0.5, max: 40, noNaN: true });
const share = fc.double({ min: 0, max: 1.2, noNaN: true });

const near = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(b)));

describe('effective dose', () => {
  it('is the sum of d(1 + d/(α/β)) without a rule, of bins too', () => {
    check(
      fc.property(courseOf, alphaBeta, share, (course, alphaBetaGy, scale) => {
        const doses = course.fractions.map(({ doseGy }) => scale * doseGy);
        const expected = doses.reduce((sum, d) => sum + d * (1 + d / alphaBetaGy), 0);
        const dose = createEffectiveDose(course, {});
        near(dose.bed(alphaBetaGy, scale), expected);
        near(
          dose.fractions.reduce((sum, fraction) => sum + fraction.bed(alphaBetaGy), 0),
          dose.bed(alphaBetaGy),
        );
      }),
    );
  });

  it('is the sum of the pure linear-quadratic-linear fractions', () => {
    const transition = fc.double({ min: 0.5, max: 25, noNaN: true });
    check(
      fc.property(courseOf, alphaBeta, share, transition, (course, alphaBetaGy, scale, transitionGy) => {
        const rule = { survival: { linearQuadraticLinear: { transitionGy } } };
        const expected = course.fractions.reduce(
          (sum, { doseGy }) =>
            sum + fractionBedLinearQuadraticLinear(scale * doseGy, alphaBetaGy, transitionGy),
          0,
        );
        near(createEffectiveDose(course, rule).bed(alphaBetaGy, scale), expected);
      }),
    );
  });

  it('pairs every two fractions where repair is incomplete, and protracts each', () => {
    const halfTime = fc.double({ min: 0.1, max: 100, noNaN: true });
    check(
      fc.property(courseOf, alphaBeta, halfTime, (course, alphaBetaGy, halfTimeHours) => {
        const mu = Math.LN2 / halfTimeHours;
        const times = course.fractions.map(({ day, hour, doseGy, phase: { minutes } }) => {
          const x = (mu * minutes!) / 60;
          // The series where the closed form cancels
          const factor =
            x < 0.01 ? 1 - x / 3 + (x * x) / 12 - x ** 3 / 60 : (2 * (x + Math.expm1(-x))) / (x * x);
          return { hours: 24 * day + hour, doseGy, factor };
        });
        let sum = 0;
        times.forEach(({ hours, doseGy, factor }, i) => {
          sum += doseGy + (factor * doseGy * doseGy) / alphaBetaGy;
          for (const later of times.slice(i + 1))
            sum += (2 * doseGy * later.doseGy * Math.exp(-mu * (later.hours - hours))) / alphaBetaGy;
        });
        const bed = createEffectiveDose(course, { repair: { halfTimeHours } }).bed(alphaBetaGy);
        expect(Math.abs(bed / sum - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});
