import { exponentialQuantile, exponentialQuantileAtScore } from '../../numeric/exponential-law.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const exponential = defineDistribution({
  summary: 'Exponential with this mean (mean = median / ln 2).',
  reference: 'Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions, ch. 19',
  equations: ['P(X > x) = exp(−x/μ)'],
  symbols: { mean: 'μ' },
  parameters: strict({ mean: positive('mean') }),
  examples: [{ mean: 2.5 }],
  create: ({ mean }) => ({
    quantile: (probability) => mean * exponentialQuantile(probability),
    atNormalScore: (z) => mean * exponentialQuantileAtScore(z),
    cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-x / mean)),
    survival: (x) => (x <= 0 ? 1 : Math.exp(-x / mean)),
  }),
});
