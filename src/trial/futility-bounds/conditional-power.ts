import { z } from 'zod';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { assumedTrends, scoreOfConditionalPower } from '../group-sequential/conditional-power.ts';
import { defineFutilityBound } from './definition.ts';

export const conditionalPower = defineFutilityBound({
  label: 'conditional power',
  summary: 'Stops where the last look is unlikely to succeed, given what was seen.',
  reference: 'Lan & Wittes 1988, Biometrics 44:579',
  equations: ['P(Z_K ≥ z_K | Z_k = l_k) = c'],
  symbols: { below: 'c', under: 'θ' },
  parameters: strict({
    below: interiorProbability('conditional power below which it stops').default(0.2),
    under: z
      .enum(assumedTrends)
      .default('trend')
      .describe(
        'what is taken for the truth of what is to come: the estimate so far, the planned effect, none',
      ),
  }),
  examples: [{}, { below: 0.3, under: 'design' }],
  problems: () => [],
  create: ({ below, under }) => ({
    needsDrift: under === 'design',
    needsFinalEfficacy: true,
    interim: ({ fraction, drift, finalEfficacy }) =>
      // Information beyond the plan leaves nothing to come
      scoreOfConditionalPower(below, Math.min(1, fraction), { finalZ: finalEfficacy, drift }, under),
  }),
});
