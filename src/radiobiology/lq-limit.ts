import type { Schedule } from './schedule.ts';

/** Dose per fraction in Gy up to which the linear-quadratic model is well defended (Brenner 2008, Semin Radiat Oncol 18:234). */
export const LQ_LIMIT_GY = 10;

/** Whether some fraction is larger than {@link LQ_LIMIT_GY}. */
export function exceedsLqLimit(schedule: Schedule): boolean {
  return schedule.phases.some(({ doseGy }) => doseGy > LQ_LIMIT_GY);
}
