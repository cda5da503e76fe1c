import { formatSchedule } from '../../radiobiology/format-schedule.ts';
import { parseSchedule } from '../../radiobiology/parse-schedule.ts';
import { createSchedule, type Phase } from '../../radiobiology/schedule.ts';

/** The one phase of a schedule as clinicians write it; undefined where it is no text, unreadable, or of several phases. */
export function onePhase(text: unknown): Phase | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const { phases } = parseSchedule(text);
    return phases.length === 1 ? phases[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Digits of a dose that is written; more would be no clinician's. */
const DOSE_DIGITS = 6;

/** One phase as clinicians write it: `5 x 6 Gy every other day`. */
export function onePhaseText(phase: Phase): string {
  const doseGy = Number(phase.doseGy.toPrecision(DOSE_DIGITS));
  return formatSchedule(createSchedule([{ ...phase, doseGy }])).replace('×', 'x');
}
