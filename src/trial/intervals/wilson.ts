import { intervalScore } from '../interval-score.ts';
import { wilsonLimits } from '../wilson-limits.ts';
import type { IntervalDefinition } from './definition.ts';

export const wilson: IntervalDefinition = {
  label: 'Wilson score',
  summary: 'Rates that the score test with the null variance would not reject.',
  reference: 'Wilson 1927, J Am Stat Assoc 22:209',
  interval: (events, size, level) => wilsonLimits(events, size, intervalScore(level)),
};
