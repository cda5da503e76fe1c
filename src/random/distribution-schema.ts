import { z } from 'zod';
import type { Distribution } from './distributions/definition.ts';
import { distributions } from './distributions/index.ts';
import { createFromBlock, lawBlockSchema } from './law-block.ts';

/** A law as a scenario writes it: one registered name with its parameters, and optional limits. */
export const lawSchema = lawBlockSchema(distributions, {});

/** A law's specification, valid by {@link lawSchema}. */
export type LawSpec = z.infer<typeof lawSchema>;

/** A quantity that is fixed (a number) or varies by a law. */
export const quantitySchema = z.union([z.number(), lawSchema]);

/** Makes the live law of a valid specification. */
export function createLaw(spec: LawSpec): Distribution {
  return createFromBlock(distributions, spec);
}
