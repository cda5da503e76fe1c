import { z } from 'zod';
import { cohortSchema } from '../cohort/cohort-schema.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { count, positive, probability, strict, years } from '../numeric/quantities.ts';
import { type DoseRule, doseRuleShape } from '../radiobiology/dose-rule.ts';
import { type Latency, latencyKinds } from '../radiobiology/latency.ts';
import { type LawSpec, lawSchema } from '../random/distribution-schema.ts';
import { competingSchema } from './competing-schema.ts';
import type { EndpointDefinition, EndpointName } from './endpoints/definition.ts';
import { endpoints } from './endpoints/index.ts';

const latencySchema = strict({
  kind: z
    .enum(latencyKinds, {
      error: (issue) => unknownWord('kind of latency', issue.input, [...latencyKinds]),
    })
    .default('mixtureCure')
    .describe(
      'whether failures to come have one law of time, each surviving clonogen its own, or hazards never end',
    ),
  logNormal: strict({
    medianYears: years('median time in years from surgery to a local failure that will happen'),
    sigma: positive('standard deviation of the natural logarithm'),
  })
    .optional()
    .describe('law of the time to a failure that will happen, for mixtureCure and promotionTime'),
  weibull: strict({
    atYears: years('years from surgery at which the rates of the model hold'),
    shape: positive('exponent of the cumulative hazard; 1 is a constant hazard').max(10).default(1),
  })
    .optional()
    .describe('law of hazards that never end, for proportionalHazards'),
})
  .check(({ value, issues }) => {
    const needed = value.kind === 'proportionalHazards' ? 'weibull' : 'logNormal';
    const other = needed === 'weibull' ? 'logNormal' : 'weibull';
    const fail = (message: string, path: PropertyKey[]) =>
      issues.push({ code: 'custom', input: value, message, path });
    if (value[other]) fail(`${other} does nothing with kind: ${value.kind} (needs ${needed})`, [other]);
    else if (!value[needed]) fail(`kind: ${value.kind} needs ${needed}`, []);
  })
  .describe('time to local failure; left out, control is the long-run rate');

/** The registry of an endpoint's models as one schema: the block's `model` decides which parameters it takes. */
function modelSchema(endpoint: EndpointDefinition, extra: (model: string) => z.ZodRawShape) {
  const names = Object.keys(endpoint.models);
  const blocks = names.map((name) =>
    endpoint.models[name].parameters
      .safeExtend({ model: z.literal(name).describe(endpoint.models[name].summary), ...extra(name) })
      .meta({
        description: endpoint.models[name].summary,
        examples: endpoint.models[name].examples.map((example) => ({ model: name, ...(example as object) })),
      }),
  );
  return z.discriminatedUnion('model', blocks as [z.ZodObject<{ model: z.ZodLiteral }>], {
    error: (issue) => {
      const given = (issue.input as { model?: unknown } | null | undefined)?.model;
      if (issue.code !== 'invalid_union') return undefined;
      return given === undefined
        ? `needs a model: one of ${names.join(', ')}`
        : unknownWord(endpoint.modelKind, given, names);
    },
  });
}

/** Whether the absence of the event shows with time. */
const hasLatency = ({ eventIsGood, timeKey }: EndpointDefinition): boolean =>
  eventIsGood && timeKey === 'atYears';

/** The keys that stand beside a model's parameters in the block of an endpoint. */
function blockSchema(endpoint: EndpointDefinition) {
  // A response is stated at the design's time, whatever that is
  const always: z.ZodRawShape =
    endpoint.timeKey === 'withinDays' && !endpoint.eventIsGood
      ? { withinDays: count('days from surgery within which complications count').default(120) }
      : {};
  const timed: z.ZodRawShape = {
    ...always,
    ...(!endpoint.eventIsGood && {
      onsetMonths: lawSchema
        .optional()
        .describe(
          'when events that happen come, in months from the start of treatment; dose escalation needs it',
        ),
    }),
    ...(hasLatency(endpoint) && { latency: latencySchema.optional() }),
  };
  const withBiology: z.ZodRawShape = {
    ...doseRuleShape,
    bySubtype: z
      .record(
        z.string(),
        modelSchema(endpoint, () => ({})),
      )
      .optional()
      .describe('a model of its own for patients of a subtype; it replaces that of the block'),
    ...timed,
    centreSd: positive(
      'standard deviation, on the log odds, of a normal effect that the patients of a centre share',
    )
      .max(5)
      .optional(),
  };
  return modelSchema(endpoint, (model) => (model === 'statedRates' ? timed : withBiology))
    .optional()
    .describe(endpoint.summary);
}

const endpointShape = Object.fromEntries(
  Object.values(endpoints).map((endpoint) => [endpoint.name, blockSchema(endpoint)]),
) as Record<EndpointName, ReturnType<typeof blockSchema>>;

/** What nature does: the cohort, how courses go, and one model per endpoint. */
export const truthSchema = strict({
  cohort: cohortSchema.prefault({}).describe('who the patients are'),
  delivery: strict({
    missedFractionProbability: probability(
      'probability that a planned fraction is missed, each by itself; the schedule says what makes up for it',
    )
      .max(0.5)
      .default(0),
  })
    .optional()
    .describe('how courses go; left out, every fraction is given as planned'),
  ...endpointShape,
  competing: competingSchema.optional().describe('death and metastasis; left out, nobody dies first'),
});

/** A truth's specification, valid by {@link truthSchema}. */
export type TruthSpec = z.output<typeof truthSchema>;

/** Time to local failure as scenarios write it. */
export type LatencySpec = z.output<typeof latencySchema>;

/** The live latency of a valid specification. */
export function latencyOf({ kind, logNormal, weibull }: LatencySpec): Latency {
  return kind === 'proportionalHazards' ? { kind, ...weibull! } : { kind, ...logNormal! };
}

/** A model with its parameters. */
export type ModelSpec = Readonly<Record<string, unknown>> & {
  readonly model: string;
  readonly anchor?: {
    readonly schedule: never;
    readonly rate: number;
    readonly atYears?: number;
    readonly resolve: 'eachWorld' | 'planned';
  };
};

/** The block of one endpoint. */
export type EndpointSpec = ModelSpec &
  DoseRule & {
    readonly latency?: LatencySpec;
    readonly onsetMonths?: LawSpec;
    readonly bySubtype?: Readonly<Record<string, ModelSpec>>;
    readonly centreSd?: number;
    readonly correlation?: number;
    readonly withinDays?: number;
  };
