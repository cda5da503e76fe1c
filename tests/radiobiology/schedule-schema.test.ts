import { describe, expect, it } from 'vitest';
import { overallTimeDays } from '../../src/radiobiology/course.ts';
import { doseSums, eqd2 } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createPhase } from '../../src/radiobiology/schedule.ts';
import { readSchedule, type ScheduleSpec, scheduleSchema } from '../../src/radiobiology/schedule-schema.ts';

const read = (spec: unknown) => readSchedule(scheduleSchema.parse(spec) as ScheduleSpec);
const message = (spec: unknown): string => {
  const parsed = scheduleSchema.safeParse(spec);
  return parsed.success ? '' : JSON.stringify(parsed.error.issues);
};

describe('a schedule in a scenario', () => {
  it('is text, a plan with a calendar, or phases with a calendar: all the same schedule', () => {
    const schedule = parseSchedule('5 x 5 + 25 x 2 BID');
    const phases = [
      { fractions: 5, doseGy: 5 },
      { fractions: 25, doseGy: 2, perDay: 2, totalGy: 50 },
    ];
    expect(read('5 x 5 + 25 x 2 BID')).toEqual(schedule);
    expect(read({ plan: '5 x 5 + 25 x 2 BID' })).toEqual(schedule);
    expect(read({ phases })).toEqual(schedule);
    expect(read({ phases, start: 'Wed', weekends: true })).toEqual({
      ...schedule,
      start: 'Wed',
      weekends: true,
    });
  });

  it('keeps its calendar', () => {
    const schedule = read({ plan: '25 x 2 Gy', start: '2024-01-08', skip: ['2024-01-15', '2024-01-16'] });
    expect(overallTimeDays(schedule)).toBe(36);
  });

  it.each([
    ['text that cannot be read', 'x', 'unreadable schedule'],
    ['a plan that cannot be read', { plan: '25 x 200 cGy' }, 'not cGy'],
    [
      'a total that contradicts',
      { phases: [{ fractions: 25, doseGy: 2, totalGy: 45 }] },
      'not the stated 45 Gy',
    ],
    ['centigrays', { phases: [{ fractions: 25, doseGy: 200 }] }, 'is it in cGy?'],
    [
      'hours between single fractions',
      { phases: [{ fractions: 25, doseGy: 2, intervalHours: 6 }] },
      'does nothing',
    ],
    ['no phases', { phases: [] }, ''],
    ['half a fraction', { phases: [{ fractions: 2.5, doseGy: 2 }] }, ''],
    ['no date', { plan: '25 x 2 Gy', start: '2024-02-30' }, 'invalid date'],
    ['holidays without a date', { plan: '25 x 2 Gy', start: 'Mon', skip: ['2024-01-15'] }, 'must be a date'],
    ['a number', 50, ''],
    ['surgery alone', { phases: [{ surgery: true }] }, 'no fractions beside surgery'],
    [
      'surgery twice',
      {
        phases: [
          { fractions: 5, doseGy: 5 },
          { surgery: true },
          { fractions: 2, doseGy: 2 },
          { surgery: true },
        ],
      },
      'surgery is named twice',
    ],
    ['surgery that is false', { phases: [{ fractions: 5, doseGy: 5 }, { surgery: false }] }, ''],
    ['a dose of nothing', { phases: [{ fractions: 5 }] }, 'needs one of doseGy, totalGy'],
    ['a dose of 0', { phases: [{ fractions: 5, doseGy: 0 }] }, 'too_small'],
    ['a total of too few fractions', { totalGy: 200, fractions: 2 }, 'is it in cGy?'],
    ['a phase’s total in cGy', { phases: [{ fractions: 5, totalGy: 2500 }] }, 'is it in cGy?'],
    ['a missed fraction that there is not', { plan: '5 x 6 Gy', missed: [6] }, 'no fraction 6 of 5'],
    [
      'every fraction missed and none made up for',
      { plan: '2 x 6 Gy', missed: [1, 2], compensation: 'none' },
      'every fraction of the schedule is missed',
    ],
    ['an unknown policy', { plan: '5 x 6 Gy', missed: [1], compensation: 'later' }, 'extendAtEnd'],
    [
      'a boost along nothing',
      { phases: [{ fractions: 5, doseGy: 2, along: 'first' }] },
      'no phase before it to run along',
    ],
    [
      'a boost along a phase on the other side of surgery',
      {
        phases: [{ fractions: 5, doseGy: 5 }, { surgery: true }, { fractions: 2, doseGy: 2, along: 'last' }],
      },
      'on the other side of surgery',
    ],
    [
      'a boost for everyone along a phase of some',
      {
        phases: [
          { fractions: 5, doseGy: 5 },
          { fractions: 5, doseGy: 2, onlyIf: 'diabetes' },
          { fractions: 2, doseGy: 2, along: 'last' },
        ],
      },
      'hangs on diabetes',
    ],
    [
      'a boost longer than its phase',
      {
        phases: [
          { fractions: 5, doseGy: 5 },
          { fractions: 6, doseGy: 2, along: 'last' },
        ],
      },
      'cannot run along a phase of 5 treatment days',
    ],
    [
      'days of its own for a boost along',
      {
        phases: [
          { fractions: 5, doseGy: 5 },
          { fractions: 2, doseGy: 2, along: 'last', everyDays: 2 },
        ],
      },
      'follows its days',
    ],
    ['both a plan and phases', { plan: '25 x 2 Gy', phases: [{ fractions: 25, doseGy: 2 }] }, ''],
  ])('is refused with %s', (_, spec, expected) => {
    expect(message(spec)).not.toBe('');
    expect(message(spec)).toContain(expected);
  });

  it('is refused at once, not after filling memory, where it has a thousand million fractions', () => {
    const before = process.cpuUsage();
    expect(message({ plan: '1000000000 x 2 Gy', weekends: true })).toContain('not a number of fractions');
    expect(message({ phases: [{ fractions: 1e9, doseGy: 2 }], weekends: true })).not.toBe('');
    // A second of processor time, however busy the machine is
    expect(process.cpuUsage(before).user).toBeLessThan(1e6);
  });

  it('is a total in a number of fractions: 60 Gy in 3 to 8, EQD2 216.5 to 107.8 Gy at 4.9 Gy', () => {
    const totals = Array.from({ length: 6 }, (_, i) => read({ totalGy: 60, fractions: i + 3 }));
    const eqd2s = totals.map((schedule) => eqd2(doseSums(schedule), 4.9));
    eqd2s.forEach((value, i) => {
      expect(value).toBeCloseTo((60 * (60 / (i + 3) + 4.9)) / 6.9, 10);
    });
    expect(eqd2s[0]).toBeCloseTo(216.5217, 4);
    expect(eqd2s[5]).toBeCloseTo(107.8261, 4);
    expect(read({ totalGy: 35, fractions: 5, everyDays: 2 })).toEqual(
      parseSchedule('5 x 7 Gy every other day'),
    );
  });

  it('has surgery between phases, as its text has', () => {
    const phases = [{ fractions: 5, doseGy: 5 }, { surgery: true }, { fractions: 25, totalGy: 50 }];
    expect(read({ phases })).toEqual(parseSchedule('5 x 5 Gy + surgery + 25 x 2 Gy'));
  });

  it('keeps what is special about a phase', () => {
    const special = {
      fractions: 25,
      doseGy: 2,
      regionsGy: { boost: 2.2 },
      onlyIf: 'unresectable',
      minutes: 20,
      radiation: 'carbon',
      hyperthermia: { celsius: 41 },
    };
    const [phase] = read({ phases: [special] }).phases;
    expect(phase).toEqual(
      createPhase(25, 2, {
        ...special,
        hyperthermia: { celsius: 41, everyDays: 3, hoursApart: 1 },
      } as never),
    );
  });
});
