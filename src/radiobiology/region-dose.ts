import type { FractionTime } from './calendar.ts';

/** Dose in Gy of a fraction to a region: its own, or the prescribed one where the region has none or is not named. */
export function regionDoseGy({ doseGy, phase }: FractionTime, region: string | undefined): number {
  const own = region === undefined ? undefined : phase.regionsGy?.[region];
  return own === undefined ? doseGy : own * (doseGy / phase.doseGy);
}
