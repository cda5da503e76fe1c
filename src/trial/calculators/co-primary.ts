import { z } from 'zod';
import { bivariateNormalCdf } from '../../numeric/bivariate-normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { interiorProbability, strict } from '../../numeric/quantities.ts';
import { exactPercentWords } from '../exact-percent-words.ts';
import { percentWords } from '../percent-words.ts';
import { defineCalculator } from './definition.ts';

export const coPrimary = defineCalculator({
  summary: 'Power to pass two co-primary claims, both of which must, from the power of each.',
  reference: 'Sozu, Sugimoto & Hamasaki 2010, Stat Med 29:2169',
  parameters: strict({
    firstPower: interiorProbability('power of the first claim alone'),
    secondPower: interiorProbability('power of the second claim alone'),
    correlation: z
      .number()
      .min(-1)
      .max(1)
      .default(0)
      .describe('correlation of the two test statistics, from -1 to 1'),
  }),
  examples: [
    { firstPower: 0.8, secondPower: 0.8, correlation: 0.3 },
    { firstPower: 0.9, secondPower: 0.8 },
  ],
  solve: ({ firstPower, secondPower, correlation }) => {
    const power = bivariateNormalCdf(normalQuantile(firstPower), normalQuantile(secondPower), correlation);
    const independent = firstPower * secondPower;
    const [least, most] = [Math.max(0, firstPower + secondPower - 1), Math.min(firstPower, secondPower)];
    return {
      variant: [
        'P(Z₁ ≤ z of the first power, Z₂ ≤ z of the second) of two standard normal variables with this correlation.',
        'No correction of either level: each claim is tested at its own, as both must pass.',
        'The bounds hold whatever the dependence.',
      ],
      rows: [
        { label: 'Power of both', kind: 'probability', nominal: power },
        { label: 'If the statistics were independent', kind: 'probability', nominal: independent },
        { label: 'Least possible', kind: 'probability', nominal: least },
        { label: 'Most possible', kind: 'probability', nominal: most },
      ],
      numbers: { power, independentPower: independent, leastPower: least, mostPower: most },
      sentence: `With a power of ${percentWords(firstPower)} for the first and ${percentWords(secondPower)} for the second co-primary claim and a correlation of ${correlation} between their test statistics, the power to pass both is ${exactPercentWords(power)}.`,
    };
  },
});
