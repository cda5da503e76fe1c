import { z } from 'zod';
import { finite, positive, strict } from '../../numeric/quantities.ts';
import { finiteLaw } from '../finite-law.ts';
import { defineDistribution } from './definition.ts';

/** A law of more values would outgrow the enumeration of a population. */
const MOST_VALUES = 10_000;

const valuesSchema = z
  .array(finite('observed value'))
  .max(MOST_VALUES)
  .refine((values) => new Set(values).size >= 2, {
    error: 'empirical needs at least two different values (one value is written as a number)',
  });

export const empirical = defineDistribution({
  summary: 'Observed values, each as probable as the others or by its weight (such as a count).',
  reference: 'Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 4',
  equations: ['P(X = x_i) = w_i/(∑_j w_j)'],
  symbols: { '': 'x_i', '*': 'x_i', 'values.*': 'x_i', 'weights.*': 'w_i' },
  parameters: z.union([
    valuesSchema,
    strict({
      values: valuesSchema.describe('observed values, in any order'),
      weights: z
        .array(positive('weight of the value at the same place; scaled to sum to 1'))
        .optional()
        .describe('as many as values; left out, all are the same'),
    }).refine(({ values, weights }) => weights === undefined || weights.length === values.length, {
      error: 'empirical needs as many weights as values',
    }),
  ]),
  examples: [[4.2, 5.1, 5.1, 7.7], { values: [28, 35, 42], weights: [3, 10, 2] }],
  create: (parameters) => {
    const { values, weights } = Array.isArray(parameters)
      ? { values: parameters, weights: undefined }
      : parameters;
    return finiteLaw(values.map((value, i) => ({ value, probability: weights?.[i] ?? 1 })));
  },
});
