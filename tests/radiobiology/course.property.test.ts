import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCourse } from '../../src/radiobiology/course.ts';
import {
  type Compensation,
  compensations,
  createPhase,
  createSchedule,
  type Schedule,
} from '../../src/radiobiology/schedule.ts';
import { check } from '../fixtures/check-property.ts';

/** Plans from a Monday, of which the first fraction is given; phase i has doses from 2(i + 1) Gy. */
const plan = fc
  .record({
    phases: fc.array(
      fc.record({
        fractions: fc.integer({ min: 1, max: 30 }),
        perDay: fc.integer({ min: 1, max: 2 }),
        everyDays: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    shares: fc.uniqueArray(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 8 }),
    alphaBetaGy: fc.double({ min: 0.5, max: 40, noNaN: true }),
  })
  .map(({ phases, shares, alphaBetaGy }) => {
    const list = phases.map((p, i) => createPhase(p.fractions, 2 * (i + 1), p));
    const total = phases.reduce((sum, { fractions }) => sum + fractions, 0);
    const missed = [...new Set(shares.map((u) => 2 + Math.floor(u * (total - 1))))].filter(
      (position) => position <= total,
    );
    return createSchedule(list, { missed, compensationAlphaBetaGy: alphaBetaGy });
  });

/** Numbers of missed fractions by phase, and whether a later day of the phase has a fraction that is kept. */
function gapsOf({ phases, missed }: Schedule): { missed: number; rest: boolean }[] {
  let before = 0;
  return phases.map(({ fractions, perDay }) => {
    const own = missed.map((p) => p - 1 - before).filter((i) => i >= 0 && i < fractions);
    before += fractions;
    const gapDay = Math.floor(Math.min(...own) / perDay);
    const kept = Array.from({ length: fractions }, (_, i) => i).filter((i) => !own.includes(i));
    return { missed: own.length, rest: kept.some((i) => Math.floor(i / perDay) > gapDay) };
  });
}

const given = (schedule: Schedule, compensation: Compensation) =>
  createCourse({ ...schedule, compensation }).fractions;

describe.each(compensations)('compensation %s', (compensation) => {
  it('gives as many fractions as it says', () => {
    const expected: Record<
      Compensation,
      (planned: number, gap: { missed: number; rest: boolean }) => number
    > = {
      none: (planned, { missed }) => planned - missed,
      extendAtEnd: (planned) => planned,
      weekend: (planned) => planned,
      bid: (planned) => planned,
      extraFraction: (planned, { missed }) => (missed > 0 ? planned + 1 : planned),
      increasedDose: (planned, { missed, rest }) => (rest ? planned - missed : planned),
    };
    check(
      fc.property(plan, (schedule) => {
        const gaps = gapsOf(schedule);
        const fractions = given(schedule, compensation);
        schedule.phases.forEach((phase, i) => {
          const own = fractions.filter((fraction) => fraction.phase.doseGy === phase.doseGy);
          expect(own).toHaveLength(expected[compensation](phase.fractions, gaps[i]));
        });
      }),
    );
  });

  it('keeps time, the order of phases, and weekends free unless it uses them', () => {
    check(
      fc.property(plan, (schedule) => {
        const fractions = given(schedule, compensation);
        expect(fractions[0].day).toBe(0);
        const isOutOfOrder = fractions.slice(1).some(({ day, hour, phase }, i) => {
          const before = fractions[i];
          if (phase.doseGy !== before.phase.doseGy)
            return phase.doseGy < before.phase.doseGy || day <= before.day;
          return 24 * day + hour <= 24 * before.day + before.hour;
        });
        expect(isOutOfOrder).toBe(false);
        if (compensation !== 'weekend') expect(fractions.every(({ day }) => day % 7 < 5)).toBe(true);
        const perDay = new Map<number, number>();
        for (const { day } of fractions) perDay.set(day, (perDay.get(day) ?? 0) + 1);
        const most = compensation === 'bid' ? 1 : 0;
        expect(fractions.every(({ day, phase }) => perDay.get(day)! <= phase.perDay + most)).toBe(true);
      }),
    );
  });

  it('is the plan where nothing is missed', () => {
    check(
      fc.property(plan, (schedule) => {
        const whole = { ...schedule, missed: [] };
        expect(given(whole, compensation)).toEqual(given(whole, 'none'));
      }),
    );
  });
});

describe('an increased dose', () => {
  it('keeps the BED of each phase at the stated α/β', () => {
    check(
      fc.property(plan, (schedule) => {
        const alphaBetaGy = schedule.compensationAlphaBetaGy;
        const fractions = given(schedule, 'increasedDose');
        for (const { fractions: count, doseGy } of schedule.phases) {
          const own = fractions.filter(({ phase }) => phase.doseGy === doseGy);
          const bed = own.reduce((sum, { doseGy: d }) => sum + d * (1 + d / alphaBetaGy), 0);
          const planned = count * doseGy * (1 + doseGy / alphaBetaGy);
          expect(Math.abs(bed / planned - 1)).toBeLessThan(1e-11);
          expect(own.every(({ doseGy: d }) => d >= doseGy)).toBe(true);
        }
      }),
    );
  });
});

describe('a number of missed fractions', () => {
  it('takes so many away, spread over the whole course', () => {
    check(
      fc.property(plan, fc.integer({ min: 0, max: 95 }), (schedule, missed) => {
        const whole: Schedule = { ...schedule, compensation: 'none', missed: [] };
        const planned = createCourse(whole).fractions.length;
        const left = createCourse(whole, { missed, present: [] }).fractions.length;
        expect(left).toBe(Math.max(0, planned - missed));
      }),
    );
  });
});
