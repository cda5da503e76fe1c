import { exponentialQuantile, exponentialQuantileAtScore } from '../../numeric/exponential-law.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const weibull = defineDistribution({
  summary: 'Weibull with shape and scale (the share below the scale is 1 − 1/e).',
  reference: 'Johnson, Kotz & Balakrishnan 1994, Continuous Univariate Distributions, ch. 21',
  equations: ['P(X > x) = exp(−(x/λ)^k)'],
  symbols: { shape: 'k', scale: 'λ' },
  parameters: strict({ shape: positive('shape'), scale: positive('scale, in the unit of the quantity') }),
  examples: [
    { shape: 1.5, scale: 2 },
    { shape: 0.8, scale: 1 },
  ],
  create: ({ shape, scale }) => {
    // x = scale·E^(1/shape), E a unit exponential
    const valueAt = (unit: number): number => scale * Math.exp(Math.log(unit) / shape);
    const unitOf = (x: number): number => Math.exp(shape * Math.log(x / scale));
    return {
      quantile: (probability) => valueAt(exponentialQuantile(probability)),
      atNormalScore: (z) => valueAt(exponentialQuantileAtScore(z)),
      cdf: (x) => (x <= 0 ? 0 : -Math.expm1(-unitOf(x))),
      survival: (x) => (x <= 0 ? 1 : Math.exp(-unitOf(x))),
    };
  },
});
