import { describe, expect, it } from 'vitest';
import { deliveredCourses } from '../../src/outcomes/delivered-courses.ts';
import { type TruthSpec, truthSchema } from '../../src/outcomes/truth-schema.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import type { Schedule } from '../../src/radiobiology/schedule.ts';

const truthOf = (cohort: unknown = {}, delivery?: unknown): TruthSpec =>
  truthSchema.parse({ cohort, ...(delivery !== undefined && { delivery }) });
const armOf = (...schedules: [schedule: Schedule, share: number][]) => ({
  name: 'arm',
  schedules: schedules.map(([schedule, share]) => ({ schedule, share })),
  agents: [],
});
const mean = (
  courses: ReturnType<typeof deliveredCourses>['courses'],
  of: 'fractions' | 'treatmentDays',
): number => courses.reduce((sum, course) => sum + course.share * course[of], 0);

describe('the courses that an arm delivers', () => {
  it('count two fractions of a day as one day', () => {
    const { courses, exact } = deliveredCourses(truthOf(), armOf([parseSchedule('34 Gy/10 BID'), 1]));
    expect(courses).toEqual([{ fractions: 10, treatmentDays: 5, share: 1 }]);
    expect(exact).toBe(true);
  });

  it('are a mixture where an arm has several schedules', () => {
    const arm = armOf([parseSchedule('39 x 2 Gy'), 0.6], [parseSchedule('20 x 3.1 Gy'), 0.4]);
    const { courses } = deliveredCourses(truthOf(), arm);
    expect(mean(courses, 'fractions')).toBeCloseTo(0.6 * 39 + 0.4 * 20, 12);
  });

  it('are shorter by what is missed and not made up for, and keep their fractions where it is', () => {
    const schedule = parseSchedule('25 x 2 Gy');
    const truth = truthOf({}, { missedFractionProbability: 0.1 });
    const without = deliveredCourses(truth, armOf([{ ...schedule, compensation: 'none' }, 1]));
    // 25 fractions, each given with probability 0.9
    expect(mean(without.courses, 'fractions')).toBeCloseTo(22.5, 9);
    expect(mean(without.courses, 'treatmentDays')).toBeCloseTo(22.5, 9);
    const extended = deliveredCourses(truth, armOf([schedule, 1]));
    expect(mean(extended.courses, 'fractions')).toBeCloseTo(25, 9);
  });

  it('hold a conditional boost for those who have its condition', () => {
    const schedule = parseSchedule('25 x 2 Gy');
    const boost = { ...schedule.phases[0], fractions: 8, onlyIf: 'positiveMargin' };
    const arm = armOf([{ ...schedule, phases: [...schedule.phases, boost] }, 1]);
    const truth = truthOf({ heterogeneity: { positiveMargin: { bernoulli: 0.2 } } });
    expect(mean(deliveredCourses(truth, arm).courses, 'fractions')).toBeCloseTo(25 + 0.2 * 8, 12);
  });
});
