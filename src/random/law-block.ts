import { z } from 'zod';
import { NORMAL_REACH } from '../numeric/normal-quadrature.ts';
import { strict } from '../numeric/quantities.ts';
import type { Distribution, DistributionDefinition } from './distributions/definition.ts';
import { truncated } from './truncated.ts';

/** The laws that a block may name. */
export type LawRegistry = Readonly<Record<string, DistributionDefinition>>;

/** A block that names one law of a registry with its parameters, and optional limits. */
export interface LawBlock {
  readonly [key: string]: unknown;
  readonly within?: readonly [number, number] | undefined;
}

/** The type of a block's schema: the registry's names are known only when it runs. */
type LawBlockSchema<Extra extends z.ZodRawShape> = z.ZodType<
  LawBlock & { readonly [Key in keyof Extra]: z.output<Extra[Key]> }
>;

const named = (registry: LawRegistry, spec: object): string[] =>
  Object.keys(registry).filter((name) => name in spec);

/** The schema of a block that names exactly one law of the registry, beside the keys of `extra`. */
export function lawBlockSchema<Extra extends z.ZodRawShape>(
  registry: LawRegistry,
  extra: Extra,
): LawBlockSchema<Extra> {
  const names = Object.keys(registry);
  const parameters = Object.fromEntries(
    names.map((name) => {
      const { parameters, summary: description, examples } = registry[name];
      return [name, parameters.optional().meta({ description, examples: [...examples] })];
    }),
  );
  const block = strict({
    ...extra,
    ...parameters,
    within: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high, { error: 'within needs its first limit below its second' })
      .optional()
      .describe('limits; the law is truncated to them'),
  }).check((context) => {
    if (context.issues.length > 0) return;
    const problem = lawProblem(registry, context.value as LawBlock);
    if (problem) context.issues.push({ code: 'custom', input: context.value, ...problem });
  });
  return block as unknown as LawBlockSchema<Extra>;
}

/** Normal scores over all that streams and quadratures reach. */
const SCORES = Array.from({ length: 35 }, (_, i) => (i / 17 - 1) * NORMAL_REACH);

/** What is wrong with a block whose values are right one by one: the number of laws, or what `within` leaves of one. */
function lawProblem(
  registry: LawRegistry,
  spec: LawBlock,
): { message: string; path?: PropertyKey[] } | undefined {
  const found = named(registry, spec);
  if (found.length !== 1) {
    const what = found.length === 0 ? 'no law' : `${found.length} laws (${found.join(', ')})`;
    return { message: `${what}: name one of ${Object.keys(registry).join(', ')}` };
  }
  try {
    const law = createFromBlock(registry, spec);
    // Components of a mixture are checked one by one, where its own table takes its time
    if (Array.isArray(spec[found[0]]) || hasValues(law)) return undefined;
    return {
      message: `${found[0]} is too extreme: its values must be finite numbers and rise`,
      path: [found[0]],
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { message: error.message, path: ['within'] };
  }
}

/** Whether a law's values are finite and rise, but for a rounding. */
function hasValues(law: Distribution): boolean {
  let before = -Infinity;
  for (const value of SCORES.map((score) => law.atNormalScore(score))) {
    if (!Number.isFinite(value) || value - before < -1e-9 * Math.abs(value)) return false;
    before = value;
  }
  return true;
}

/** Makes the live law that a valid block names. */
export function createFromBlock(registry: LawRegistry, spec: LawBlock): Distribution {
  const [name] = named(registry, spec);
  const law = registry[name].create(spec[name]);
  return spec.within ? truncated(law, spec.within[0], spec.within[1]) : law;
}
