import { z } from 'zod';
import { strict } from '../numeric/quantities.ts';
import type { Distribution } from './distributions/definition.ts';
import { distributions } from './distributions/index.ts';
import { truncated } from './truncated.ts';

const names = Object.keys(distributions) as (keyof typeof distributions)[];
const parameters = Object.fromEntries(
  names.map((name) => [
    name,
    distributions[name].parameters.optional().describe(distributions[name].summary),
  ]),
) as Record<(typeof names)[number], z.ZodOptional<z.ZodType>>;

const named = (spec: object): (typeof names)[number][] => names.filter((name) => name in spec);

/** A law as a scenario writes it: one registered name with its parameters, and optional limits. */
export const lawSchema = strict({
  ...parameters,
  within: z
    .tuple([z.number(), z.number()])
    .refine(([low, high]) => low < high, { error: 'within needs its first limit below its second' })
    .optional()
    .describe('limits; the law is truncated to them'),
}).check((context) => {
  if (context.issues.length > 0) return;
  const found = named(context.value);
  if (found.length !== 1) {
    const what = found.length === 0 ? 'no law' : `${found.length} laws (${found.join(', ')})`;
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: `${what}: name one of ${names.join(', ')}`,
    });
    return;
  }
  try {
    createLaw(context.value as LawSpec);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.issues.push({ code: 'custom', input: context.value, message: error.message, path: ['within'] });
  }
});

/** A law's specification, valid by {@link lawSchema}. */
export type LawSpec = z.infer<typeof lawSchema>;

/** A quantity that is fixed (a number) or varies by a law. */
export const quantitySchema = z.union([z.number(), lawSchema]);

/** Makes the live law of a valid specification. */
export function createLaw(spec: LawSpec): Distribution {
  const name = named(spec)[0];
  const law = distributions[name].create(spec[name]);
  return spec.within ? truncated(law, spec.within[0], spec.within[1]) : law;
}
