import { DEFAULT_INTERVAL_HOURS, type Phase, type Schedule } from './schedule.ts';

function formatPhase({ fractions, doseGy, perDay, intervalHours, everyDays }: Phase): string {
  const often = perDay === 2 ? ' BID' : perDay === 3 ? ' TID' : '';
  const apart = perDay > 1 && intervalHours !== DEFAULT_INTERVAL_HOURS ? ` ${intervalHours} h apart` : '';
  const every = everyDays === 2 ? ' every other day' : '';
  return `${fractions} × ${doseGy} Gy${often}${apart}${every}`;
}

/** A schedule as clinicians write it, such that reading it again gives the same phases. */
export function formatSchedule(schedule: Schedule): string {
  return schedule.phases.map(formatPhase).join(' + ');
}
