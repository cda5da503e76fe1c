import { describe, expect, it } from 'vitest';
import { isSurgeryAlone, readEvidenceSchedule } from '../../src/evidence/evidence-schedule.ts';

describe('schedules of an evidence table', () => {
  it('reads a course', () => {
    const schedule = readEvidenceSchedule('5 x 7 Gy every other day');
    expect(schedule.preoperative).toEqual({ doseGy: 35, doseSquaredGy2: 245 });
    expect(schedule.all).toEqual(schedule.preoperative);
    expect(isSurgeryAlone(schedule)).toBe(false);
  });

  it('reads surgery alone', () => {
    for (const text of ['surgery alone', 'Surgery only', 'no radiotherapy'])
      expect(isSurgeryAlone(readEvidenceSchedule(text))).toBe(true);
  });

  it('keeps doses before and after surgery apart', () => {
    const { preoperative, all } = readEvidenceSchedule('5 x 5 Gy + surgery + 25 x 2 Gy');
    expect(preoperative).toEqual({ doseGy: 25, doseSquaredGy2: 125 });
    expect(all).toEqual({ doseGy: 75, doseSquaredGy2: 225 });
  });

  it('reads a sweep as one course for each number of fractions', () => {
    const { sweep, all } = readEvidenceSchedule('60 Gy in 3-8 fractions');
    expect(all).toBeUndefined();
    expect(sweep?.map(({ fractions }) => fractions)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(sweep?.[0].sums).toEqual({ doseGy: 60, doseSquaredGy2: 1200 });
    expect(sweep?.[5].sums.doseSquaredGy2).toBeCloseTo(450, 10);
  });

  it.each([
    ['5 y 5', 'unreadable schedule: 5 y 5'],
    ['60 Gy in 8-3 fractions', 'must rise'],
    ['surgery', 'unreadable schedule'],
    ['5 x 5 + surgery + 2 x 2 + surgery + 1 x 2', 'surgery is named twice'],
  ])('%s is refused', (text, message) => {
    expect(() => readEvidenceSchedule(text)).toThrow(message);
  });
});
