import { z } from 'zod';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { shapedBound } from '../group-sequential/efficacy-bound.ts';
import { defineEfficacyBound } from './definition.ts';

export const haybittlePeto = defineEfficacyBound({
  label: 'Haybittle–Peto bounds',
  summary: 'One hard bound at every interim look, and almost all of the level at the last.',
  reference: 'Haybittle 1971, Br J Radiol 44:793; Peto et al. 1976, Br J Cancer 34:585',
  equations: ['z_k = z_H "before the last look"'],
  symbols: { z: 'z_H', finalLook: 'z_K' },
  parameters: strict({
    z: positive('normal score that an interim look must reach').max(8).default(3),
    finalLook: z
      .enum(['adjusted', 'unadjusted'])
      .default('adjusted')
      .describe(
        'the last look’s bound: solved so that the level holds, or the fixed one as published, a little above the level',
      ),
  }),
  examples: [{}, { z: 3.29, finalLook: 'unadjusted' }],
  create: ({ z: interim, finalLook }) =>
    shapedBound(
      () => interim,
      finalLook === 'unadjusted' ? (oneSidedAlpha) => -normalQuantile(oneSidedAlpha) : undefined,
    ),
});
