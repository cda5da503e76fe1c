import { betaCdf, logitBetaQuantileAtScore } from '../../numeric/beta-law.ts';
import { expit } from '../../numeric/logit.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { tabulatedScore } from '../tabulated-score.ts';
import { defineDistribution } from './definition.ts';

export const beta = defineDistribution({
  summary: 'Beta with shapes a and b (mean a/(a + b)).',
  reference: 'Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 25',
  equations: ['X ~ Beta(a, b)', 'E[X] = a/(a + b)'],
  symbols: { a: 'a', b: 'b' },
  parameters: strict({ a: positive('first shape'), b: positive('second shape') }),
  examples: [
    { a: 3, b: 8 },
    { a: 0.5, b: 0.5 },
  ],
  create: ({ a, b }) => {
    const logitScore = tabulatedScore((z) => logitBetaQuantileAtScore(z, a, b));
    const atNormalScore = (z: number) => expit(logitScore(z));
    return {
      quantile: (probability) => atNormalScore(normalQuantile(probability)),
      atNormalScore,
      cdf: (x) => betaCdf(x, a, b),
      survival: (x) => betaCdf(1 - x, b, a),
    };
  },
});
