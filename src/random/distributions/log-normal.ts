import { toExponentials } from '../../numeric/columns/exponentials.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const logNormal = defineDistribution({
  summary: 'Log-normal with median and either sigma (SD of the logarithm) or cv (coefficient of variation).',
  reference: 'Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions, ch. 14',
  equations: ['ln X ~ N(ln m, σ^2)', 'σ^2 = ln(1 + CV^2)'],
  symbols: { median: 'm', sigma: 'σ', cv: 'CV' },
  parameters: strict({
    median: positive('median'),
    sigma: positive('standard deviation of the natural logarithm').optional(),
    cv: positive('coefficient of variation: standard deviation over mean').optional(),
  }).refine(({ sigma, cv }) => (sigma === undefined) !== (cv === undefined), {
    error: 'logNormal takes median and one of sigma and cv',
  }),
  examples: [
    { median: 4.9, sigma: 0.6 },
    { median: 9, cv: 0.5 },
  ],
  create: ({ median, sigma, cv }) => {
    // σ² = ln(1 + CV²); the square of a tiny CV is 0
    const s = sigma ?? (cv! < 1e-100 ? cv! : Math.sqrt(Math.log1p(cv! * cv!)));
    const mu = Math.log(median);
    return {
      quantile: (probability) => Math.exp(mu + s * normalQuantile(probability)),
      atNormalScore: (score) => Math.exp(mu + s * score),
      atNormalScores: (scores, count) => toExponentials(scores, count, mu, s),
      cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - mu) / s)),
      survival: (x) => (x <= 0 ? 1 : normalCdf((mu - Math.log(x)) / s)),
    };
  },
});
