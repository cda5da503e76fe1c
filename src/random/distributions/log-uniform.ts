import { normalCdf } from '../../numeric/normal-cdf.ts';
import { positive, strict } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const logUniform = defineDistribution({
  summary: 'Log-uniform between min and max: every factor is as probable as any other of its size.',
  reference: 'Hamming 1970, Bell System Technical Journal 49:1609 (the reciprocal law)',
  equations: ['ln X ~ Uniform(ln a, ln b)'],
  symbols: { min: 'a', max: 'b' },
  parameters: strict({ min: positive('lowest value'), max: positive('highest value') }).refine(
    ({ min, max }) => min < max,
    { error: 'logUniform needs min below max' },
  ),
  examples: [{ min: 0.5, max: 20 }],
  create: ({ min, max }) => {
    const range = Math.log(max / min);
    // x = min·(max/min)^u, held to its ends against rounding
    const quantile = (u: number): number => Math.min(max, min * Math.exp(u * range));
    const shareAbove = (x: number): number => Math.min(1, Math.max(0, Math.log(max / x) / range));
    return {
      quantile,
      atNormalScore: (z) => quantile(normalCdf(z)),
      cdf: (x) => (x <= min ? 0 : Math.min(1, Math.log(x / min) / range)),
      survival: (x) => (x <= min ? 1 : shareAbove(x)),
    };
  },
});
