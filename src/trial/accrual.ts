import { z } from 'zod';
import { finite, positive, strict } from '../numeric/quantities.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, purpose } from '../random/stream.ts';

/** Days of a month and of a year: a year is 365.25 days. */
export const DAYS_A_MONTH = 30.4375;
export const DAYS_A_YEAR = 365.25;

/** How patients come, and when their outcome is known. */
export const accrualSchema = strict({
  perMonth: positive('patients a month, all arms together; a month is 30.4375 days'),
  pattern: z
    .enum(['poisson', 'even'])
    .default('poisson')
    .describe('whether patients come at random, one independent of the other, or at equal intervals'),
  surgeryAfterDays: finite('days from enrolment to surgery, from which outcomes are timed')
    .min(0)
    .max(1000)
    .default(0),
  pausesAtLooks: z
    .boolean()
    .default(false)
    .describe('whether nobody is enrolled while an interim look waits for outcomes'),
});

/** Accrual as scenarios write it, valid by {@link accrualSchema}. */
export type Accrual = z.output<typeof accrualSchema>;

/** Patients a day. */
export const perDay = ({ perMonth }: Accrual): number => perMonth / DAYS_A_MONTH;

/** Days from a patient's enrolment until the outcome of an endpoint is known. */
export function outcomeDelayDays(
  { surgeryAfterDays }: Accrual,
  timeKey: 'atYears' | 'withinDays',
  time: number,
): number {
  return surgeryAfterDays + (timeKey === 'atYears' ? time * DAYS_A_YEAR : time);
}

/** Writes the days of enrolment of patients who come at equal intervals. */
export function fillEvenDays(accrual: Accrual, out: Float64Array, count: number): void {
  const rate = perDay(accrual);
  for (let i = 0; i < count; i++) out[i] = (i + 1) / rate;
}

const ofArrivals = purpose('trial/accrual');

/**
 * Writes the days, from the opening of the trial, on which its patients are enrolled: patient k has draw k of one stream.
 * A pause for a look is not in them.
 */
export function fillEnrolmentDays(
  accrual: Accrual,
  key: SeedKey,
  world: number,
  replicate: number,
  out: Float64Array,
  count: number,
): void {
  if (accrual.pattern === 'even') {
    fillEvenDays(accrual, out, count);
    return;
  }
  const rate = perDay(accrual);
  fillUniforms(key, { world, replicate, purpose: ofArrivals }, out, count);
  // Gaps are exponential: −ln(u)/λ
  for (let i = 0, day = 0; i < count; i++) {
    day -= Math.log(out[i]) / rate;
    out[i] = day;
  }
}
