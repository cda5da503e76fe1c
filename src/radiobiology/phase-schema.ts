import { z } from 'zod';
import { count, doseGy, finite, positive, strict } from '../numeric/quantities.ts';
import { createPhase, type Phase } from './schedule.ts';

/** The law of α and β ends here. */
const HOTTEST_CELSIUS = 41;

const hyperthermiaSchema = strict({
  everyDays: count('least calendar days between sessions: 3 is twice a week').max(28).default(3),
  celsius: finite('temperature of the tumour in °C').min(37).max(HOTTEST_CELSIUS),
  hoursApart: finite('hours between the fraction and the session').min(0).max(24).default(1),
});

const word = (description: string) =>
  z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/, {
      error: (issue) => `invalid word: ${String(issue.input)} (must be a word in camelCase)`,
    })
    .describe(description);

/** A phase as a scenario writes it. */
export const phaseSchema = strict({
  fractions: count('number of fractions').max(200),
  doseGy: doseGy('prescribed dose per fraction in Gy').optional(),
  totalGy: positive('total dose in Gy: instead of doseGy, or checked against fractions × dose').optional(),
  regionsGy: z
    .record(word('a region'), finite('dose per fraction in Gy to the region').min(0).max(60))
    .optional()
    .describe(
      'dose per fraction to regions that get another one than is prescribed: an integrated boost, a spared flap',
    ),
  perDay: count('fractions a day').max(4).optional(),
  intervalHours: positive('hours between fractions of one day').max(24).optional(),
  everyDays: count('least calendar days between treatment days: 2 is every other day').max(28).optional(),
  afterDays: finite('least calendar days after the phase before').min(0).max(3650).optional(),
  along: z
    .enum(['first', 'last'])
    .optional()
    .describe('a concurrent boost: on the first or last treatment days of the phase before'),
  onlyIf: word('a conditional boost: characteristic of the patients who get it').optional(),
  minutes: positive('beam-on minutes of a fraction').max(100_000).optional(),
  radiation: word('kind of radiation where it is not photons').optional(),
  hyperthermia: hyperthermiaSchema.optional().describe('heating of the tumour along with the phase'),
}).check(({ value, issues }) => {
  const fail = (message: string, key: string) =>
    issues.push({ code: 'custom', input: value, message, path: [key] });
  const { fractions, doseGy, totalGy } = value;
  if (doseGy === undefined && totalGy === undefined) fail('needs one of doseGy, totalGy', 'doseGy');
  if (doseGy !== undefined && totalGy !== undefined && Math.abs(fractions * doseGy - totalGy) > 0.005) {
    const product = Number((fractions * doseGy).toPrecision(6));
    fail(`${fractions} × ${doseGy} Gy is ${product} Gy, not the stated ${totalGy} Gy`, 'totalGy');
  }
  if (doseGy === undefined && totalGy !== undefined && totalGy / fractions > 60)
    fail(`${totalGy / fractions} Gy in one fraction is too large (is it in cGy?)`, 'totalGy');
  if (value.intervalHours !== undefined && (value.perDay ?? 1) < 2)
    fail('intervalHours does nothing with one fraction a day', 'intervalHours');
  if (
    value.along &&
    (value.afterDays !== undefined || (value.perDay ?? 1) > 1 || value.everyDays !== undefined)
  )
    fail('a phase along another follows its days: afterDays, perDay and everyDays do nothing', 'along');
});

/** Surgery among phases. */
export const surgerySchema = strict({ surgery: z.literal(true).describe('surgery, between phases') });

/** A phase's specification, valid by {@link phaseSchema}. */
export type PhaseSpec = z.output<typeof phaseSchema>;

/** The phase of a valid specification. */
export function readPhase(
  { fractions, doseGy, totalGy, ...rest }: PhaseSpec,
  isPostoperative: boolean,
): Phase {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return createPhase(fractions, doseGy ?? totalGy! / fractions, { ...given, isPostoperative });
}
