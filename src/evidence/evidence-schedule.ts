import { type DoseSums, doseSums } from '../radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../radiobiology/parse-schedule.ts';
import { parseFractionSweep } from '../radiobiology/parse-sweep.ts';
import { fractionCount, preoperativePart } from '../radiobiology/schedule.ts';

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
  const sweep = parseFractionSweep(text);
  if (sweep) {
    const courses = sweep.map((schedule) => ({
      fractions: fractionCount(schedule),
      sums: doseSums(schedule),
    }));
    return { text, sweep: courses };
  }
  const schedule = parseSchedule(text);
  return { text, preoperative: doseSums(preoperativePart(schedule)), all: doseSums(schedule) };
}
