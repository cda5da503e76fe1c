import { hybridScoreLimits } from '../hybrid-score-limits.ts';
import { intervalScore } from '../interval-score.ts';
import type { DifferenceIntervalDefinition } from './definition.ts';

export const newcombe: DifferenceIntervalDefinition = {
  label: 'Newcombe hybrid score',
  summary: 'The Wilson limits of both samples, put together like standard errors.',
  reference: 'Newcombe 1998, Stat Med 17:873, method 10',
  interval: (first, second, level) => hybridScoreLimits(first, second, intervalScore(level)),
};
