import { gammaCdf, gammaSurvival, logGammaQuantileAtScore } from '../../numeric/gamma-law.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { tabulatedScore } from '../tabulated-score.ts';
import { defineDistribution } from './definition.ts';

export const gamma = defineDistribution({
  summary: 'Gamma with shape and scale (mean = shape × scale).',
  reference: 'Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions, ch. 17',
  equations: ['X ~ Gamma(k, θ)', 'E[X] = k·θ'],
  symbols: { shape: 'k', scale: 'θ' },
  parameters: strict({ shape: positive('shape'), scale: positive('scale, in the unit of the quantity') }),
  examples: [
    { shape: 2, scale: 3 },
    { shape: 0.5, scale: 1 },
  ],
  create: ({ shape, scale }) => {
    const logScore = tabulatedScore((z) => logGammaQuantileAtScore(z, shape));
    const atNormalScore = (z: number) => scale * Math.exp(logScore(z));
    return {
      quantile: (probability) => atNormalScore(normalQuantile(probability)),
      atNormalScore,
      cdf: (x) => gammaCdf(x / scale, shape),
      survival: (x) => gammaSurvival(x / scale, shape),
    };
  },
});
