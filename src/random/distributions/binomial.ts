import { binomialProbabilities } from '../../numeric/binomial-probabilities.ts';
import { count, interiorProbability, strict } from '../../numeric/quantities.ts';
import { finiteLaw } from '../finite-law.ts';
import { defineDistribution } from './definition.ts';

export const binomial = defineDistribution({
  summary: 'Number of events among `size` independent chances, each with this probability.',
  reference: 'Johnson, Kemp & Kotz 2005, Univariate Discrete Distributions, ch. 3',
  equations: ['X ~ Binomial(n, p)'],
  symbols: { size: 'n', probability: 'p' },
  parameters: strict({
    size: count('number of chances').max(10_000),
    probability: interiorProbability('probability of each event'),
  }),
  examples: [
    { size: 25, probability: 0.02 },
    { size: 4, probability: 0.5 },
  ],
  create: ({ size, probability }) => {
    const { first, probabilities } = binomialProbabilities(size, probability);
    return finiteLaw(Array.from(probabilities, (share, i) => ({ value: first + i, probability: share })));
  },
});
