import fc from 'fast-check';
import { readEvidenceSchedule } from '../../../src/evidence/evidence-schedule.ts';
import { createCourse, overallTimeDays } from '../../../src/radiobiology/course.ts';
import { formatSchedule } from '../../../src/radiobiology/format-schedule.ts';
import { parseSchedule } from '../../../src/radiobiology/parse-schedule.ts';
import { createSchedule } from '../../../src/radiobiology/schedule.ts';
import { expectRefusal } from '../expected-error.ts';
import { hostileLetters, hostileNumbers, hostileWords } from '../hostile-words.ts';
import { mutatedText } from '../mutated-text.ts';
import type { FuzzTarget } from '../target.ts';

interface Input {
  readonly text: string;
  readonly start: string | undefined;
  readonly skip: readonly string[];
}

const written = [
  '25 x 2 Gy',
  '15 × 2.85',
  '50 Gy/25',
  '42 Gy in 14 fractions',
  '34 Gy/10 BID 8 h apart',
  '5 x 7 Gy every other day',
  '5 x 5 + 25 x 2',
  '25 x 2 Gy = 50 Gy',
  '50 Gy in 25 x 2 Gy',
  '50 Gy/25 of 2 Gy',
  '5 x 5 Gy + surgery + 25 x 2 Gy',
  '60 Gy in 3-8 fractions',
  'surgery alone',
  '25 fx x 2 Gy (50 Gy), 3 times a day; 4 hours apart',
];
const parts = [
  '1',
  '25',
  '2.85',
  '0',
  '201',
  ' ',
  ' x ',
  '*',
  ' Gy',
  'cGy',
  '/',
  ' in ',
  ' of ',
  '@',
  '=',
  '(',
  ')',
  '+',
  ' then ',
  'surgery',
  '-',
  'to',
  ' fractions',
  'fx',
  '#',
  ' BID',
  'q2d',
  'weekly',
  'every 9 days',
  '8 h apart',
  ',',
  ';',
];
const day = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Mon',
      'Fri',
      'Sun',
      '2024-01-08',
      '2024-02-30',
      '0000-01-01',
      '9999-12-31',
      '-000001-01-01',
      '2024-1-8',
      '2024-01-08T00:00Z',
      'mon',
      '',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...hostileWords, ...hostileNumbers, ...hostileLetters) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

/** Schedules as clinicians write them, with a calendar: refused, or a course of finite doses and days. */
export const scheduleTarget: FuzzTarget<Input> = {
  summary: 'schedules, with first and skipped days',
  quick: 800,
  inputs: fc.record({
    text: fc.oneof(
      { weight: 3, arbitrary: mutatedText(written) },
      {
        weight: 2,
        arbitrary: fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((all) => all.join('')),
      },
    ),
    start: fc.option(day, { nil: undefined }),
    skip: fc.array(day, { maxLength: 2 }),
  }),
  take({ text, start, skip }) {
    try {
      readEvidenceSchedule(text);
    } catch (error) {
      expectRefusal(error, 'RangeError');
    }
    try {
      const { phases } = parseSchedule(text);
      const schedule = createSchedule(phases, { ...(start !== undefined && { start }), skip });
      const days = overallTimeDays(schedule);
      const { fractions } = createCourse(schedule);
      if (!(Number.isFinite(days) && days >= 0)) throw new Error(`an overall time of ${days} days`);
      if (fractions.length === 0 || !fractions.every(({ doseGy }) => doseGy > 0 && doseGy <= 60))
        throw new Error('fractions without a dose');
      formatSchedule(schedule);
    } catch (error) {
      expectRefusal(error, 'RangeError');
    }
  },
};
