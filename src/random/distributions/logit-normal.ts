import { toProbabilities } from '../../numeric/columns/exponentials.ts';
import { expit, logit } from '../../numeric/logit.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { interiorProbability, positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const logitNormal = defineDistribution({
  summary: 'A probability whose log odds are normal: median, and sigma of the log odds.',
  reference: 'Aitchison & Shen 1980, Biometrika 67:261',
  equations: ['logit X ~ N(logit m, σ^2)'],
  symbols: { median: 'm', sigma: 'σ' },
  parameters: strict({
    median: interiorProbability('median'),
    sigma: positive('standard deviation of the log odds'),
  }),
  examples: [{ median: 0.35, sigma: 0.4 }],
  create: ({ median, sigma }) => {
    const mu = logit(median);
    const atNormalScore = (z: number): number => expit(mu + sigma * z);
    const scoreOf = (x: number): number => (logit(x) - mu) / sigma;
    return {
      quantile: (probability) => atNormalScore(normalQuantile(probability)),
      atNormalScore,
      atNormalScores: (scores, count) => {
        for (let i = 0; i < count; i++) scores[i] = mu + sigma * scores[i];
        toProbabilities(scores, count);
      },
      cdf: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : normalCdf(scoreOf(x))),
      survival: (x) => (x <= 0 ? 1 : x >= 1 ? 0 : normalCdf(-scoreOf(x))),
    };
  },
});
