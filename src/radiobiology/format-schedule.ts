import { DEFAULT_INTERVAL_HOURS, type Phase, type Schedule } from './schedule.ts';

function formatPhase({ fractions, doseGy, perDay, intervalHours, everyDays }: Phase): string {
  const often = perDay === 1 ? '' : ({ 2: ' BID', 3: ' TID' }[perDay] ?? ` ${perDay} times a day`);
  const apart = perDay > 1 && intervalHours !== DEFAULT_INTERVAL_HOURS ? ` ${intervalHours} h apart` : '';
  const every = everyDays === 1 ? '' : everyDays === 2 ? ' every other day' : ` every ${everyDays} days`;
  return `${fractions} × ${doseGy} Gy${often}${apart}${every}`;
}

/** A schedule as clinicians write it, such that reading it again gives the same phases. */
export function formatSchedule(schedule: Schedule): string {
  return schedule.phases.map(formatPhase).join(' + ');
}
