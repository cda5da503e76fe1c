import { type DoseSums, doseSums, equalFractions } from '../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../radiobiology/parse-schedule.ts';

/** What a study gave: nothing but surgery, a course, or a range of courses that the trial leaves open. */
export interface EvidenceSchedule {
  readonly text: string;
  /** Doses before surgery; absent for surgery alone and for a sweep. */
  readonly preoperative?: DoseSums;
  /** All doses, those after surgery included; absent as above. */
  readonly all?: DoseSums;
  /** The courses of a sweep such as `60 Gy in 3-8 fractions`. */
  readonly sweep?: readonly { readonly fractions: number; readonly sums: DoseSums }[];
}

const SURGERY_ALONE = /^(surgery alone|surgery only|no radiotherapy)$/i;
const SWEEP = /^(\d+(?:\.\d+)?)\s*Gy\s*(?:in|\/)\s*(\d+)\s*(?:-|–|to)\s*(\d+)(?:\s*(?:fractions|fx|f))?$/i;
const MOST_FRACTIONS = 200;

/** Whether the study gave no radiotherapy. */
export function isSurgeryAlone(schedule: EvidenceSchedule): boolean {
  return schedule.all === undefined && schedule.sweep === undefined;
}

/**
 * Reads the schedule of a study: `25 x 2 Gy` and its like, `surgery alone`, `5 x 5 Gy + surgery + 25 x 2 Gy`,
 * `60 Gy in 3-8 fractions`.
 *
 * @throws RangeError if the text cannot be read
 */
export function readEvidenceSchedule(text: string): EvidenceSchedule {
  if (SURGERY_ALONE.test(text)) return { text };
  const sweep = text.match(SWEEP);
  if (sweep) return { text, sweep: readSweep(text, Number(sweep[1]), Number(sweep[2]), Number(sweep[3])) };
  const parts = text.split(/\s*\+\s*surgery\b\s*(?:\+\s*)?/i);
  if (parts.length > 2) throw new RangeError(`unreadable schedule: ${text} (surgery stands in it twice)`);
  const [preoperative, postoperative] = parts
    .filter((part) => part !== '')
    .map((part) => doseSums(parseSchedule(part)));
  if (!preoperative) throw new RangeError(`unreadable schedule: ${text} (write it like 25 x 2 Gy)`);
  const all = postoperative
    ? {
        doseGy: preoperative.doseGy + postoperative.doseGy,
        doseSquaredGy2: preoperative.doseSquaredGy2 + postoperative.doseSquaredGy2,
      }
    : preoperative;
  return { text, preoperative, all };
}

function readSweep(
  text: string,
  totalGy: number,
  least: number,
  most: number,
): NonNullable<EvidenceSchedule['sweep']> {
  if (!(totalGy > 0 && least >= 1 && least < most && most <= MOST_FRACTIONS))
    throw new RangeError(`unreadable schedule: ${text} (the numbers of fractions must rise, from 1 to 200)`);
  return Array.from({ length: most - least + 1 }, (_, i) => ({
    fractions: least + i,
    sums: equalFractions(least + i, totalGy / (least + i)),
  }));
}
