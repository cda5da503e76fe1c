import { describe, expect, it } from 'vitest';
import { overallTimeDays } from '../../src/radiobiology/course.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
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
  ])('is refused with %s', (_, spec, expected) => {
    expect(message(spec)).not.toBe('');
    expect(message(spec)).toContain(expected);
  });

  it('is refused at once, not after filling memory, where it has a thousand million fractions', () => {
    const started = performance.now();
    expect(message({ plan: '1000000000 x 2 Gy', weekends: true })).toContain('not a number of fractions');
    expect(message({ phases: [{ fractions: 1e9, doseGy: 2 }], weekends: true })).not.toBe('');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
