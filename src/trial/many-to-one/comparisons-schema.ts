import { z } from 'zod';
import { strict } from '../../numeric/quantities.ts';
import { armLooksSchema } from './arm-looks-schema.ts';

/** How each of several arms is compared with one control, the first arm. */
export const comparisonsSchema = strict({
  multiplicity: z
    .enum(['none', 'dunnett', 'gatekeeping'])
    .describe(
      'none: each comparison at the level of the claim; dunnett: at the level that holds it for all of them; gatekeeping: one after another, in the order of the arms, each only if those before it pass',
    ),
  requires: z
    .enum(['any', 'all'])
    .describe('whether the trial succeeds if any comparison passes, or only if all do'),
  looks: armLooksSchema
    .optional()
    .describe(
      'interim looks at which arms are dropped, or shown, while the others go on; left out, all run to the end',
    ),
});

/** Comparisons of several arms with one control. */
export type Comparisons = z.output<typeof comparisonsSchema>;
