import { z } from 'zod';
import { count, strict } from '../numeric/quantities.ts';

const block = count('patients of a block', 2).max(100);

/** How patients are randomised, one after another. */
export const randomisationSchema = strict({
  blocks: z
    .union([block, z.array(block).min(1)])
    .describe('size of the permuted blocks; of several, each block takes one by chance'),
  strata: z
    .array(z.string())
    .min(1)
    .refine((names) => new Set(names).size === names.length, { error: 'a stratum is named twice' })
    .optional()
    .describe('finite characteristics, subtype or centre: every combination has blocks of its own'),
});

/** A specification of randomisation, valid by {@link randomisationSchema}. */
export type RandomisationSpec = z.output<typeof randomisationSchema>;

/** Sizes of the blocks, in the order stated. */
export const blockSizes = ({ blocks }: RandomisationSpec): readonly number[] =>
  typeof blocks === 'number' ? [blocks] : blocks;

/** Patients of each arm in the smallest whole block that has the allocation; undefined where it has none of whole numbers. */
export function smallestBlock(allocation: readonly number[] | undefined): readonly number[] | undefined {
  const weights = allocation ?? [1, 1];
  if (!weights.every((weight) => Number.isInteger(weight))) return undefined;
  const divisor = weights.reduce(greatestCommonDivisor);
  return weights.map((weight) => weight / divisor);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
