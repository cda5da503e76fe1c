import { z } from 'zod';
import { unknownWord } from '../numeric/closest-word.ts';
import { finite, positive, strict } from '../numeric/quantities.ts';

/** Days of a month and of a year: a year is 365.25 days. */
export const DAYS_A_MONTH = 30.4375;
export const DAYS_A_YEAR = 365.25;

const patterns = ['poisson', 'even', 'uniform'] as const;

/** How patients come, and when their outcome is known. */
export const accrualSchema = strict({
  perMonth: positive('patients a month at full pace, all arms together; a month is 30.4375 days'),
  pattern: z
    .enum(patterns, {
      error: (issue) => unknownWord('pattern of accrual', issue.input, [...patterns]),
    })
    .default('poisson')
    .describe(
      'whether patients come at random, at equal intervals, or at random within the period that the pace plans for all of them',
    ),
  rampMonths: positive('months over which the pace rises evenly from nothing to the full one')
    .max(120)
    .optional(),
  centresOpenPerMonth: positive(
    'centres that open a month, the first on the day of opening; each has its share of the full pace',
  ).optional(),
  surgeryAfterDays: finite('days from enrolment to surgery, from which outcomes are timed')
    .min(0)
    .max(1000)
    .default(0),
  pausesAtLooks: z
    .boolean()
    .default(false)
    .describe('whether nobody is enrolled while an interim look waits for outcomes'),
}).check(({ value, issues }) => {
  if (value.rampMonths !== undefined && value.centresOpenPerMonth !== undefined)
    issues.push({
      code: 'custom',
      input: value,
      message: 'the pace rises by rampMonths or by centresOpenPerMonth, not by both',
      path: ['centresOpenPerMonth'],
    });
});

/** Accrual as scenarios write it, valid by {@link accrualSchema}. */
export type Accrual = z.output<typeof accrualSchema>;

/** Patients a day at full pace. */
export const perDay = ({ perMonth }: Accrual): number => perMonth / DAYS_A_MONTH;

/** Days from a patient's enrolment until the outcome of an endpoint is known. */
export function outcomeDelayDays(
  { surgeryAfterDays }: Pick<Accrual, 'surgeryAfterDays'>,
  timeKey: 'atYears' | 'withinDays',
  time: number,
): number {
  return surgeryAfterDays + (timeKey === 'atYears' ? time * DAYS_A_YEAR : time);
}
