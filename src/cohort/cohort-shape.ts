import { z } from 'zod';
import { positive, strict } from '../numeric/quantities.ts';
import { quantitySchema } from '../random/distribution-schema.ts';
import { parameterisations } from './parameterisations/index.ts';

/** The column that says which subtype a patient has, as its position. */
export const SUBTYPE = 'subtype';

const camelCase = (what: string) =>
  z.string().regex(/^[a-z][A-Za-z0-9]*$/, {
    error: (issue) => `invalid ${what}: ${String(issue.input)} (must be a word in camelCase)`,
  });

/** The column that counts a patient's missed fractions. */
export const MISSED = 'missedFractions';

/** The column that says which of an arm's schedules a patient has, as its position. */
export const SCHEDULE = 'schedule';

/** The name of the centre where a patient is treated. */
export const CENTRE = 'centre';

/** Words that mean something else as a characteristic. */
const TAKEN = [SUBTYPE, MISSED, SCHEDULE, CENTRE];

const characteristicName = camelCase('characteristic').refine((name) => !TAKEN.includes(name), {
  error: 'that word is taken: name the characteristic otherwise',
});

const heterogeneitySchema = z
  .record(characteristicName, quantitySchema)
  .describe('characteristics of patients: a number, or the law they vary by');

const subtypeSchema = strict({
  weight: positive('share of the patients; the shares sum to 1').max(1),
  heterogeneity: heterogeneitySchema
    .default({})
    .describe('characteristics that are otherwise in this subtype; each replaces that of the cohort'),
});

const correlationSchema = strict({
  between: z.tuple([z.string(), z.string()]).describe('two characteristics that vary'),
  rho: z.number().gt(-1).lt(1).describe('correlation of their normal scores'),
});

/** The shape of a cohort, its parts not yet checked against each other. */
export const cohortShape = strict({
  parameterisation: z
    .enum(Object.keys(parameterisations) as [keyof typeof parameterisations])
    .default('sf2AlphaBeta')
    .describe('how radiosensitivity is stated'),
  heterogeneity: heterogeneitySchema.default({}),
  subtypes: z
    .record(camelCase('subtype'), subtypeSchema)
    .default({})
    .describe('parts of the cohort with laws of their own, by name'),
  correlation: z
    .array(correlationSchema)
    .default([])
    .describe('Gaussian copula; pairs left out are independent'),
});

/** A cohort's specification. */
export type CohortSpec = z.output<typeof cohortShape>;

/** Something wrong with a cohort, with the keys it belongs to. */
export interface CohortProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
