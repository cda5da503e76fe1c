import { intervalScore } from '../interval-score.ts';
import { scoreLimits } from '../score-limits.ts';
import type { DifferenceIntervalDefinition } from './definition.ts';

export const mee: DifferenceIntervalDefinition = {
  label: 'Mee score',
  summary: 'Differences that Farrington–Manning’s score test would not reject.',
  reference: 'Mee 1984, Biometrics 40:1175',
  interval: (first, second, level) => scoreLimits(first, second, intervalScore(level), 1),
};
