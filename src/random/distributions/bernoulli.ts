import { toIndicators } from '../../numeric/columns/indicators.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { interiorProbability } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const bernoulli = defineDistribution({
  summary: 'Present (1) with this probability, else absent (0).',
  reference: 'Johnson, Kemp & Kotz 2005, Univariate Discrete Distributions, ch. 3',
  equations: ['P(X = 1) = p', 'P(X = 0) = 1 − p'],
  symbols: { '': 'p' },
  parameters: interiorProbability('probability of 1'),
  examples: [0.6],
  create: (probability) => {
    const quantile = (u: number) => (u > 1 - probability ? 1 : 0);
    return {
      quantile,
      quantiles: (column, count) => toIndicators(column, 1 - probability, count),
      atNormalScore: (z) => quantile(normalCdf(z)),
      cdf: (x) => (x < 0 ? 0 : x < 1 ? 1 - probability : 1),
      survival: (x) => (x < 0 ? 1 : x < 1 ? probability : 0),
      atoms: [
        { value: 0, probability: 1 - probability },
        { value: 1, probability },
      ],
    };
  },
});
