import { z } from 'zod';
import { count, strict } from '../numeric/quantities.ts';
import { truthSchema } from '../outcomes/truth-schema.ts';
import { statedRatesKeys } from '../radiobiology/stated-rates.ts';
import { lawSchema } from '../random/distribution-schema.ts';
import { burdenSchema } from '../trial/burden/burden-schema.ts';
import { designSchema } from '../trial/design-schema.ts';
import { armSchema } from './arm-schema.ts';
import { jointDrawsSchema } from './joint-draws.ts';

const armName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, {
    error: (issue) => `invalid arm: ${String(issue.input)} (must be one word of letters and digits)`,
  })
  .refine((name) => !(statedRatesKeys as readonly string[]).includes(name), {
    error: 'that word is taken: name the arm otherwise',
  });

/** Name of the truth that the scenario states first. */
export const AS_PLANNED = 'asPlanned';

const truthName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, {
    error: (issue) =>
      `invalid truth: ${String(issue.input).slice(0, 60)} (must be one word of letters and digits)`,
  })
  .refine((name) => name !== AS_PLANNED, {
    error: `${AS_PLANNED} is the truth that the scenario states first: name this one otherwise`,
  });

const tagSchema = strict({
  found: z.string().optional().describe('found in a published source, named here'),
  fitted: z.string().optional().describe('fitted to data, named here'),
  assumed: z.string().optional().describe('assumed; the reason here'),
}).check(({ value, issues }) => {
  if (Object.values(value).filter((v) => v !== undefined).length !== 1) {
    issues.push({ code: 'custom', input: value, message: 'needs one of found, fitted, assumed' });
  }
});

/** seedrandom's pool: bytes beyond it would wrap. */
const MOST_SEED_BYTES = 256;

/** A scenario file: the whole experiment. */
export const scenarioSchema = strict({
  isoeffect: z.literal(1).describe('version of this format'),
  title: z
    .string()
    .min(1)
    .max(300)
    .meta({
      description: 'names the trial in reports',
      examples: ['5 × 6 Gy against 25 × 2 Gy before sarcoma surgery'],
    }),
  question: z.string().max(2000).optional().describe('what the trial is to answer, in words'),
  source: z.string().max(2000).optional().describe('where the trial is described'),
  seed: z
    .union([z.string().min(1), z.int()])
    .transform(String)
    .refine((seed) => new TextEncoder().encode(seed).length <= MOST_SEED_BYTES, {
      error: `the seed is too long (must be at most ${MOST_SEED_BYTES} bytes)`,
    })
    .meta({ description: 'any text; the same text gives the same bytes', examples: ['sts-5x6'] }),
  arms: z
    .record(armName, armSchema)
    .refine((arms) => Object.keys(arms).length >= 1, { error: 'needs one or two arms' })
    .describe('the control first'),
  truth: truthSchema.describe('what nature does, as planned'),
  uncertainty: z
    .record(z.string(), z.union([jointDrawsSchema, lawSchema]))
    .default({})
    .describe('what we do not know, one draw a world: path → law, or a name → joint draws of several paths'),
  sensitivity: z
    .record(z.string(), lawSchema)
    .optional()
    .describe(
      'path → law: what isoeffect sensitivity explores besides the uncertainty, or instead of its law; a run ignores it',
    ),
  truths: z
    .record(truthName, z.record(z.string(), z.unknown()))
    .default({})
    .describe('other truths under which the same design runs: path → value'),
  design: designSchema.describe('what the trial does'),
  burden: burdenSchema.optional(),
  simulation: strict({
    replicates: count('trials simulated under each truth').max(4e9).default(10_000),
    worlds: count('draws of the uncertainty', 0).max(4e9).optional(),
    replicatesPerWorld: count('trials simulated in each world where no exact power exists')
      .max(1e6)
      .default(1),
  })
    .prefault({})
    .describe('how many trials are simulated'),
  provenance: z.record(z.string(), tagSchema).default({}).describe('path → where its value comes from'),
});

/** A valid scenario with its defaults: plain data, fit to cross a thread boundary. */
export type Scenario = z.output<typeof scenarioSchema>;

/** Worlds where the scenario does not say and something is uncertain. */
export const DEFAULT_WORLDS = 1000;
