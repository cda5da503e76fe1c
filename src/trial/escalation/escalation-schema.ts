import { z } from 'zod';
import { unknownWord } from '../../numeric/closest-word.ts';
import { count, interiorProbability, positive, strict } from '../../numeric/quantities.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import { betaPriorSchema } from '../beta-posterior.ts';
import { claims } from '../claims/index.ts';
import { doseFinding } from '../dose-finding/index.ts';
import { oneOfRegistry, statedIn } from '../one-of-registry.ts';

/** Endpoints whose event harms, as toxicity may name them. */
const harmful = Object.values(endpoints)
  .filter(({ eventIsGood }) => !eventIsGood)
  .map(({ name }) => name) as [EndpointName, ...EndpointName[]];

const harmfulEndpoint = z.enum(harmful, {
  error: (issue) => unknownWord('toxicity', issue.input, harmful),
});

/** Claims that an expansion can make: of one arm, by counts. */
export const expansionClaims = {
  singleArm: claims.singleArm,
  posterior: claims.posterior,
  successCount: claims.successCount,
};

/** A window longer than ten years is none. */
const MOST_MONTHS = 120;
const months = (description: string) => positive(description).max(MOST_MONTHS);
const MOST_WINDOWS = 4;
const MOST_TOXICITIES = 3;
const MOST_METHODS = 8;

/** A method in a list of them. */
export type MethodBlock = { readonly name?: string } & Readonly<Record<string, unknown>>;

/** What results call a method of a list. */
export const planName = (block: MethodBlock): string => block.name ?? statedIn(doseFinding, block).name;

/** A rule across the levels: the trial ends where a grave event is likely to be too frequent. */
const safetySchema = strict({
  endpoint: harmfulEndpoint.describe('the event that is watched in all patients, whatever their level'),
  above: interiorProbability('rate of it by the horizon that must not be exceeded'),
  cutOff: interiorProbability('posterior probability of a higher rate beyond which the trial ends'),
  prior: betaPriorSchema.default({ a: 0.5, b: 0.5 }).describe('beta prior of that rate'),
}).describe('stops the trial, of any level, by events that come at any time; left out, only windows count');

/** Patients who are treated at the level that is recommended, and what is claimed of them. */
const expansionSchema = oneOfRegistry(expansionClaims, {
  patients: count('patients treated at the level that is recommended').max(500),
}).describe('a second phase at the level that is recommended; left out, the trial ends with a level');

/** Dose escalation: the arms are levels, lowest first, and methods climb them. */
export const escalationSchema = strict({
  toxicity: z
    .array(harmfulEndpoint)
    .min(1)
    .max(MOST_TOXICITIES)
    .check(({ value, issues }) => {
      const twice = value.find((name, i) => value.indexOf(name) < i);
      if (twice !== undefined)
        issues.push({ code: 'custom', input: value, message: `${twice} is named twice` });
    })
    .describe('events that count as toxicity, any of them'),
  windowMonths: z
    .union([
      months('months from the start of treatment within which a toxicity counts'),
      z
        .array(months('months from the start of treatment within which a toxicity counts'))
        .min(1)
        .max(MOST_WINDOWS),
    ])
    .describe('what the methods see: toxicities that come so soon; each method is run with each window'),
  horizonMonths: months(
    'months from the start of treatment by which the rates that matter are reckoned',
  ).default(24),
  acceptableRate: interiorProbability(
    'rate of toxicity by the horizon up to which a level is acceptable; methods do not know it, it judges them',
  ),
  methods: z
    .array(
      oneOfRegistry(doseFinding, {
        name: z
          .string()
          .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, {
            error: (issue) =>
              `invalid name: ${String(issue.input).slice(0, 60)} (must be one word of letters and digits)`,
          })
          .optional()
          .describe('what results call it; the method itself unless given'),
      }),
    )
    .min(1)
    .max(MOST_METHODS)
    .check(({ value, issues }) => {
      const names = value.map((block) => planName(block as MethodBlock));
      const twice = names.findIndex((name, i) => names.indexOf(name) < i);
      if (twice >= 0)
        issues.push({
          code: 'custom',
          input: value,
          message: `${names[twice]} stands twice: give one of them a name`,
          path: [twice],
        });
    })
    .describe('methods that are compared on the same patients; the first leads'),
  safety: safetySchema.optional(),
  expansion: expansionSchema.optional(),
}).check(({ value, issues }) => {
  const windows = [value.windowMonths].flat();
  const late = windows.findIndex((window) => window > value.horizonMonths);
  if (late >= 0)
    issues.push({
      code: 'custom',
      input: value,
      message: `a window of ${windows[late]} months ends after the horizon of ${value.horizonMonths}`,
      path: ['windowMonths', ...(Array.isArray(value.windowMonths) ? [late] : [])],
    });
});

/** Dose escalation as scenarios write it, valid by {@link escalationSchema}. */
export type EscalationSpec = z.output<typeof escalationSchema>;
