import { createCourse } from './course.ts';
import { regionDoseGy } from './region-dose.ts';
import type { Schedule } from './schedule.ts';

/** Dose per fraction in Gy up to which the linear-quadratic model is well defended (Brenner 2008, Semin Radiat Oncol 18:234). */
export const LQ_LIMIT_GY = 10;

/** Largest fraction in Gy that a schedule gives to a region, those of conditional phases and larger ones in compensation included. */
export function largestFractionGy(schedule: Schedule, region: string | undefined): number {
  const present = schedule.phases.flatMap(({ onlyIf }) => onlyIf ?? []);
  const { fractions } = createCourse(schedule, { missed: 0, present });
  return fractions.reduce((most, fraction) => Math.max(most, regionDoseGy(fraction, region)), 0);
}

/**
 * Whether some fraction is larger than {@link LQ_LIMIT_GY}.
 *
 * @param region whose dose counts; the prescribed dose where left out
 * @param enhancement factor on dose of what is given besides
 */
export function exceedsLqLimit(schedule: Schedule, region?: string, enhancement = 1): boolean {
  return enhancement * largestFractionGy(schedule, region) > LQ_LIMIT_GY;
}
