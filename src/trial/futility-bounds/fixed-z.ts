import { z } from 'zod';
import { strict } from '../../numeric/quantities.ts';
import { defineFutilityBound } from './definition.ts';

const score = () => z.number().min(-10).max(10);

export const fixedZ = defineFutilityBound({
  label: 'stated futility bounds',
  summary: 'Stops below stated normal scores; 0 where the estimate is no better than the null hypothesis.',
  reference: 'Wieand, Schroeder & O’Fallon 1994, Stat Med 13:1453 (a bound of 0)',
  equations: ['l_k = l'],
  symbols: { z: 'l', 'z.*': 'l_k' },
  parameters: strict({
    z: z
      .union([score(), z.array(score()).min(1)])
      .describe('normal scores below which interim looks stop: one for all, or one a look'),
  }),
  examples: [{ z: 0 }, { z: [0] }],
  problems: ({ z: scores }, looks) =>
    Array.isArray(scores) && scores.length !== looks - 1
      ? [{ key: 'z', message: `${scores.length} futility bounds for ${looks - 1} interim looks` }]
      : [],
  create: ({ z: scores }) => ({
    needsDrift: false,
    needsFinalEfficacy: false,
    ...(Array.isArray(scores) && { interimLooks: scores.length }),
    interim: ({ look }) => (Array.isArray(scores) ? scores[look] : scores),
  }),
});
