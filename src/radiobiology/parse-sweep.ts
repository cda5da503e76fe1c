import { shownText } from '../numeric/shown-text.ts';
import { createPhase, createSchedule, type Schedule } from './schedule.ts';

/** `60 Gy in 3-8 fractions`: a total dose, and a range of numbers of fractions. */
const SWEEP = /^(\d+(?:\.\d+)?)\s*Gy\s*(?:in|\/)\s*(\d+)\s*(?:-|–|to)\s*(\d+)(?:\s*(?:fractions|fx|f))?$/i;
const MOST_FRACTIONS = 200;

/**
 * The schedules of a total dose in a range of numbers of fractions, such as `60 Gy in 3-8 fractions`; undefined where
 * the text names no range.
 *
 * @throws RangeError if the range does not rise
 */
export function parseFractionSweep(text: string): Schedule[] | undefined {
  const match = text.replace(/\s+/g, ' ').trim().match(SWEEP);
  if (!match) return undefined;
  const [totalGy, least, most] = match.slice(1).map(Number);
  if (!(totalGy > 0 && least >= 1 && least < most && most <= MOST_FRACTIONS))
    throw new RangeError(
      `unreadable schedule: ${shownText(text)} (the numbers of fractions must rise, from 1 to 200)`,
    );
  return Array.from({ length: most - least + 1 }, (_, i) =>
    createSchedule([createPhase(least + i, totalGy / (least + i))]),
  );
}
