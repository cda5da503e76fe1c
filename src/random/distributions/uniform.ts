import { normalCdf } from '../../numeric/normal-cdf.ts';
import { finite, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const uniform = defineDistribution({
  summary: 'Uniform between min and max.',
  reference: 'Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 26',
  equations: ['X ~ Uniform(a, b)'],
  symbols: { min: 'a', max: 'b' },
  parameters: strict({ min: finite('lowest value'), max: finite('highest value') }).refine(
    ({ min, max }) => min < max,
    { error: 'uniform needs min below max' },
  ),
  examples: [{ min: 1, max: 2 }],
  create: ({ min, max }) => ({
    quantile: (probability) => min + probability * (max - min),
    atNormalScore: (z) => min + normalCdf(z) * (max - min),
    cdf: (x) => Math.min(1, Math.max(0, (x - min) / (max - min))),
    survival: (x) => Math.min(1, Math.max(0, (max - x) / (max - min))),
  }),
});
