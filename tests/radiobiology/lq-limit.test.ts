import { describe, expect, it } from 'vitest';
import { exceedsLqLimit, largestFractionGy } from '../../src/radiobiology/lq-limit.ts';
import { createPhase, createSchedule } from '../../src/radiobiology/schedule.ts';

const mixed = createSchedule([
  createPhase(5, 5, { regionsGy: { flap: 3, boost: 12 } }),
  createPhase(2, 8, { onlyIf: 'positiveMargin', regionsGy: { flap: 4 } }),
]);

describe('the largest fraction of a schedule', () => {
  it('counts phases that only some patients get', () => {
    expect(largestFractionGy(mixed, undefined)).toBe(8);
  });

  it('is that of a region where one is asked for', () => {
    expect(largestFractionGy(mixed, 'flap')).toBe(4);
    expect(largestFractionGy(mixed, 'boost')).toBe(12);
  });

  it('counts what makes up for missed fractions', () => {
    const given = { missed: [1, 4], compensation: 'increasedDose' } as const;
    const schedule = createSchedule([createPhase(5, 9)], given);
    expect(largestFractionGy(createSchedule([createPhase(5, 9)]), undefined)).toBe(9);
    expect(largestFractionGy(schedule, undefined)).toBeGreaterThan(10);
    expect(exceedsLqLimit(schedule)).toBe(true);
  });
});

describe('the limit of the linear-quadratic model', () => {
  it('is 10 Gy a fraction, itself within', () => {
    expect(exceedsLqLimit(createSchedule([createPhase(3, 10)]))).toBe(false);
    expect(exceedsLqLimit(createSchedule([createPhase(3, 10.01)]))).toBe(true);
  });

  it('holds for the dose of a region, and for the dose as an agent enhances it', () => {
    expect(exceedsLqLimit(mixed)).toBe(false);
    expect(exceedsLqLimit(mixed, 'boost')).toBe(true);
    expect(exceedsLqLimit(mixed, undefined, 1.25)).toBe(false);
    expect(exceedsLqLimit(mixed, undefined, 1.3)).toBe(true);
  });
});
