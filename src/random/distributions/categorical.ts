import { z } from 'zod';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { probability } from '../../numeric/quantities.ts';
import { defineDistribution } from './definition.ts';

export const categorical = defineDistribution({
  summary: 'One of named levels, each with its probability; they sum to 1.',
  reference: 'Johnson, Kotz & Balakrishnan 1997, Discrete Multivariate Distributions, ch. 35',
  equations: ['P(X = k) = p_k', '∑_k p_k = 1'],
  symbols: { '*': 'p_k' },
  parameters: z
    .record(z.string(), probability('probability of the level'))
    .refine((levels) => Object.keys(levels).length >= 2, { error: 'categorical needs at least two levels' })
    .refine((levels) => Math.abs(Object.values(levels).reduce((a, b) => a + b, 0) - 1) < 1e-9, {
      error: 'the probabilities of a categorical must sum to 1',
    }),
  examples: [{ thigh: 0.5, buttock: 0.2, arm: 0.3 }],
  create: (byLevel) => {
    const levels = Object.keys(byLevel);
    const atoms = levels.map((level, value) => ({ value, probability: byLevel[level] }));
    const upTo = levels.map((_, i) => atoms.slice(0, i + 1).reduce((sum, atom) => sum + atom.probability, 0));
    const quantile = (u: number) => {
      const found = upTo.findIndex((share) => u <= share);
      return found < 0 ? levels.length - 1 : found;
    };
    const cdf = (x: number): number =>
      x < 0 ? 0 : Math.min(1, upTo[Math.min(Math.floor(x), levels.length - 1)]);
    return {
      quantile,
      atNormalScore: (score) => quantile(normalCdf(score)),
      cdf,
      survival: (x) => 1 - cdf(x),
      atoms,
      levels,
    };
  },
});
