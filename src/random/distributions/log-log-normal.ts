import { toExponentials } from '../../numeric/columns/exponentials.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { interiorProbability, positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const logLogNormal = defineDistribution({
  summary: 'A surviving fraction whose effect −ln SF is log-normal: median, and sigma of ln(−ln SF).',
  reference:
    'the law of SF2 when its effect is log-normal; Haas 2021 spread in 14 sarcoma lines gives sigma 0.459',
  equations: ['ln(−ln X) ~ N(ln(−ln m), σ^2)'],
  symbols: { median: 'm', sigma: 'σ' },
  parameters: strict({
    median: interiorProbability('median'),
    sigma: positive('standard deviation of ln(−ln x)'),
  }),
  examples: [{ median: 0.52, sigma: 0.459 }],
  create: ({ median, sigma }) => {
    const medianEffect = -Math.log(median);
    // x(z) = exp(−E·e^(−σz)) rises in z
    const atNormalScore = (z: number) => Math.exp(-medianEffect * Math.exp(-sigma * z));
    return {
      quantile: (probability) => atNormalScore(normalQuantile(probability)),
      atNormalScore,
      atNormalScores: (scores, count) => {
        toExponentials(scores, count, 0, -sigma);
        toExponentials(scores, count, 0, -medianEffect);
      },
      cdf: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : normalCdf(-Math.log(-Math.log(x) / medianEffect) / sigma)),
      survival: (x) => (x <= 0 ? 1 : x >= 1 ? 0 : normalCdf(Math.log(-Math.log(x) / medianEffect) / sigma)),
    };
  },
});
