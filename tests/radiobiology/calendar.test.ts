import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/radiobiology/calendar.ts';
import { overallTimeDays } from '../../src/radiobiology/course.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createPhase, createSchedule, type Schedule, weekdays } from '../../src/radiobiology/schedule.ts';

const from = (text: string, options: Partial<Omit<Schedule, 'phases'>>) =>
  createSchedule(parseSchedule(text).phases, options);
const daysOf = (schedule: Schedule): number[] => layOut(schedule).map(({ day }) => day);

describe('overall time, in elapsed days', () => {
  it.each([
    ['25 x 2 Gy', { start: 'Mon' }, 32],
    ['25 x 2 Gy', { start: 'Wed' }, 34],
    ['25 x 2 Gy', { start: 'Fri' }, 34],
    ['25 x 2 Gy', { start: '2024-01-08', skip: ['2024-01-15', '2024-01-16'] }, 36],
    ['15 x 2.85 Gy', { start: 'Mon' }, 18],
    ['18 x 2 Gy', { start: 'Mon' }, 23],
    ['14 x 3 Gy', { start: 'Mon' }, 17],
    ['5 x 6 Gy', { start: 'Mon' }, 4],
    ['5 x 6 Gy', { start: 'Thu' }, 6],
    ['5 x 7 Gy every other day', { start: 'Mon' }, 9],
    ['34 x 1.5 Gy BID', { start: 'Mon' }, 22],
    ['25 x 2 Gy', { start: 'Mon', weekends: true }, 24],
    ['1 x 8 Gy', { start: 'Mon' }, 0],
  ])('%s with %j is %i', (text, options, days) => {
    expect(overallTimeDays(from(text, options))).toBe(days);
  });

  it('starts on a Monday unless told, and on the first treatable day', () => {
    expect(overallTimeDays(parseSchedule('25 x 2 Gy'))).toBe(32);
    expect(daysOf(from('3 x 2 Gy', { start: 'Sat' }))).toEqual([0, 1, 2]);
    expect(daysOf(from('3 x 2 Gy', { start: '2024-01-05', skip: ['2024-01-05'] }))).toEqual([0, 1, 2]);
  });

  it('puts the fractions of a day on one day, hours apart', () => {
    const times = layOut(parseSchedule('5 x 2 Gy TID 4 h apart'));
    expect(times.map(({ day, hour }) => [day, hour])).toEqual([
      [0, 0],
      [0, 4],
      [0, 8],
      [1, 0],
      [1, 4],
    ]);
  });

  it('every other day means at least two calendar days, past weekends and holidays', () => {
    expect(daysOf(from('5 x 7 Gy every other day', { start: 'Mon' }))).toEqual([0, 2, 4, 7, 9]);
    expect(daysOf(from('5 x 7 Gy every other day', { start: 'Tue' }))).toEqual([0, 2, 6, 8, 10]);
    expect(daysOf(from('3 x 7 Gy every other day', { start: '2024-01-08', skip: ['2024-01-10'] }))).toEqual([
      0, 3, 7,
    ]);
  });

  it('lets the next phase follow on the next treatable day', () => {
    const schedule = from('5 x 5 + 2 x 2', { start: 'Mon' });
    expect(
      layOut(schedule)
        .map(({ day, doseGy }) => [day, doseGy])
        .slice(4),
    ).toEqual([
      [4, 5],
      [7, 2],
      [8, 2],
    ]);
  });

  it('does not carry the rest days of one phase into the next', () => {
    expect(daysOf(from('2 x 7 Gy every other day + 2 x 2 Gy', { start: 'Mon' }))).toEqual([0, 2, 3, 4]);
  });

  it.each([
    [{ start: '2024-02-30' }, 'invalid date: 2024-02-30'],
    [{ start: '2024-13-01' }, 'invalid date: 2024-13-01'],
    [{ start: '2024-00-10' }, 'invalid date: 2024-00-10'],
    [{ start: 'Monday' }, 'invalid date: Monday (must be a weekday such as Mon, or YYYY-MM-DD)'],
    [{ start: '08.01.2024' }, 'invalid date'],
    [{ start: '2024-01-08', skip: ['soon'] }, 'invalid date: soon'],
    [{ start: 'Mon', skip: ['2024-01-15'] }, 'must be a date where holidays are given'],
  ])('refuses %j', (options, message) => {
    expect(() => overallTimeDays(from('5 x 6 Gy', options))).toThrow(RangeError);
    expect(() => overallTimeDays(from('5 x 6 Gy', options))).toThrow(message);
  });

  it('gives up on a plan of more fractions than ten years hold', () => {
    const endless = createSchedule([createPhase(1e9, 2)], { weekends: true });
    expect(() => overallTimeDays(endless)).toThrow('ten years');
  });

  it('gives up on a plan without treatable days', () => {
    const skip = Array.from({ length: 4000 }, (_, i) =>
      new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10),
    );
    expect(() => overallTimeDays(from('5 x 6 Gy', { start: '2024-01-01', skip }))).toThrow('ten years');
  });
});

describe('any calendar', () => {
  const DAY_MS = 86_400_000;
  const plan = fc.record({
    phases: fc.array(
      fc.record({
        fractions: fc.integer({ min: 1, max: 40 }),
        perDay: fc.integer({ min: 1, max: 3 }),
        everyDays: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    startDay: fc.integer({ min: 0, max: 3000 }),
    holidays: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 12 }),
    weekends: fc.boolean(),
  });
  const iso = (day: number): string =>
    new Date(Date.UTC(2020, 0, 1) + day * DAY_MS).toISOString().slice(0, 10);

  it('gives every fraction, on rising treatable days, in order of phases', () => {
    fc.assert(
      fc.property(plan, ({ phases, startDay, holidays, weekends }) => {
        const skip = holidays.map((offset) => iso(startDay + offset));
        const schedule = createSchedule(
          phases.map((p, i) => createPhase(p.fractions, i + 1, p)),
          { start: iso(startDay), skip, weekends },
        );
        const times = layOut(schedule);
        expect(times.map(({ doseGy }) => doseGy)).toEqual(
          phases.flatMap((p, i) => Array(p.fractions).fill(i + 1)),
        );
        expect([times[0].day, times[0].hour]).toEqual([0, 0]);
        // Day 0 is the first treatable day from the start
        let first = startDay;
        const isTreatable = (day: number): boolean =>
          !skip.includes(iso(day)) &&
          (weekends || ![0, 6].includes(new Date(`${iso(day)}T00:00Z`).getUTCDay()));
        while (!isTreatable(first)) first++;
        times.forEach(({ day, hour, doseGy }, i) => {
          expect(isTreatable(first + day)).toBe(true);
          if (i === 0) return;
          const gap = day - times[i - 1].day;
          const { everyDays, intervalHours } = schedule.phases[doseGy - 1];
          if (gap === 0) expect(hour - times[i - 1].hour).toBe(intervalHours);
          else expect(hour).toBe(0);
          expect(gap).toBeGreaterThanOrEqual(0);
          if (gap === 0 || doseGy !== times[i - 1].doseGy) return;
          expect(gap).toBeGreaterThanOrEqual(everyDays);
          // The first such day, not a later one
          for (let between = everyDays; between < gap; between++) {
            expect(isTreatable(first + times[i - 1].day + between)).toBe(false);
          }
        });
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('depends on the weekday of the start alone', () => {
    for (let i = 0; i < 7; i++) {
      const byName = from('25 x 2 Gy', { start: weekdays[i] });
      const byDate = from('25 x 2 Gy', { start: iso(5 + i) });
      expect(daysOf(byDate)).toEqual(daysOf(byName));
    }
  });
});
