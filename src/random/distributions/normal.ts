import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { finite, positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const normal = defineDistribution({
  summary: 'Normal with mean and standard deviation.',
  reference: 'Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions, ch. 13',
  equations: ['X ~ N(μ, σ^2)'],
  symbols: { mean: 'μ', sd: 'σ' },
  parameters: strict({ mean: finite('mean'), sd: positive('standard deviation') }),
  examples: [{ mean: 0.2, sd: 0.14 }],
  create: ({ mean, sd }) => ({
    quantile: (probability) => mean + sd * normalQuantile(probability),
    atNormalScore: (z) => mean + sd * z,
    atNormalScores: (scores, count) => {
      for (let i = 0; i < count; i++) scores[i] = mean + sd * scores[i];
    },
    cdf: (x) => normalCdf((x - mean) / sd),
    survival: (x) => normalCdf((mean - x) / sd),
  }),
});
