import { z } from 'zod';
import { cohortSchema } from '../cohort/cohort-schema.ts';
import { unknownWord } from '../numeric/closest-word.ts';
import { count, positive, strict, years } from '../numeric/quantities.ts';
import type { EndpointDefinition } from './endpoints/definition.ts';
import { endpoints } from './endpoints/index.ts';

const latencySchema = strict({
  logNormal: strict({
    medianYears: years('median time in years from surgery to a local failure that will happen'),
    sigma: positive('standard deviation of the natural logarithm'),
  }),
}).describe('time to local failure; left out, control is the long-run rate');

/** The registry of an endpoint's models as one schema: the block's `model` decides which parameters it takes. */
function modelSchema(endpoint: EndpointDefinition, extra: (model: string) => z.ZodRawShape) {
  const names = Object.keys(endpoint.models);
  const blocks = names.map((name) =>
    endpoint.models[name].parameters
      .safeExtend({ model: z.literal(name).describe(endpoint.models[name].summary), ...extra(name) })
      .describe(endpoint.models[name].summary),
  );
  return z.discriminatedUnion('model', blocks as [z.ZodObject<{ model: z.ZodLiteral }>], {
    error: (issue) => {
      const given = (issue.input as { model?: unknown } | null | undefined)?.model;
      if (issue.code !== 'invalid_union') return undefined;
      return given === undefined
        ? `needs a model: one of ${names.join(', ')}`
        : unknownWord(endpoint.modelKind, String(given), names);
    },
  });
}

/** What nature does: the cohort and one model per endpoint. */
export const truthSchema = strict({
  cohort: cohortSchema.prefault({}).describe('who the patients are'),
  localControl: modelSchema(endpoints.localControl, (model) =>
    model === 'statedRates' ? {} : { latency: latencySchema.optional() },
  ).optional(),
  woundComplication: modelSchema(endpoints.woundComplication, () => ({
    withinDays: count('days from surgery within which complications count').default(120),
  })).optional(),
});

/** A truth's specification, valid by {@link truthSchema}. */
export type TruthSpec = z.output<typeof truthSchema>;

/** The block of one endpoint. */
export type EndpointSpec = Readonly<Record<string, unknown>> & {
  readonly model: string;
  readonly latency?: { readonly logNormal: { readonly medianYears: number; readonly sigma: number } };
  readonly anchor?: {
    readonly schedule: never;
    readonly rate: number;
    readonly atYears?: number;
    readonly resolve: 'eachWorld' | 'planned';
  };
  readonly correlation?: number;
  readonly withinDays?: number;
};
