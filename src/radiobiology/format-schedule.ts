import { DEFAULT_INTERVAL_HOURS, type Phase, type Schedule } from './schedule.ts';

/** `25 × 2 Gy`, or `60 Gy in 7 fractions` where the dose of one has no end of digits. */
function formatDoses(fractions: number, doseGy: number): string {
  const totalGy = Number((fractions * doseGy).toPrecision(12));
  const isEndless = Number(doseGy.toPrecision(6)) !== doseGy && totalGy / fractions === doseGy;
  return isEndless ? `${totalGy} Gy in ${fractions} fractions` : `${fractions} × ${doseGy} Gy`;
}

function formatPhase({ fractions, doseGy, perDay, intervalHours, everyDays }: Phase): string {
  const often = perDay === 1 ? '' : ({ 2: ' BID', 3: ' TID' }[perDay] ?? ` ${perDay} times a day`);
  const apart = perDay > 1 && intervalHours !== DEFAULT_INTERVAL_HOURS ? ` ${intervalHours} h apart` : '';
  const every = everyDays === 1 ? '' : everyDays === 2 ? ' every other day' : ` every ${everyDays} days`;
  return `${formatDoses(fractions, doseGy)}${often}${apart}${every}`;
}

/** What the phase is besides its fractions, where that is not the usual. */
function remarks({ regionsGy, along, onlyIf, radiation, hyperthermia }: Phase): string {
  const regions = Object.entries(regionsGy ?? {}).map(([region, doseGy]) => `${region} ${doseGy} Gy`);
  const parts = [
    ...regions,
    ...(along ? [`along the ${along} days`] : []),
    ...(onlyIf ? [`if ${onlyIf}`] : []),
    ...(radiation ? [radiation] : []),
    ...(hyperthermia ? ['with hyperthermia'] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** A schedule as clinicians write it, such that reading it again gives the same phases where they hold nothing special. */
export function formatSchedule({ phases }: Schedule): string {
  const parts = phases.map((phase) => `${formatPhase(phase)}${remarks(phase)}`);
  const firstAfter = phases.findIndex(({ isPostoperative }) => isPostoperative);
  if (firstAfter >= 0) parts.splice(firstAfter, 0, 'surgery');
  return parts.join(' + ');
}
