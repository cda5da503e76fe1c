import { intervalScore } from '../interval-score.ts';
import { scoreLimits } from '../score-limits.ts';
import type { DifferenceIntervalDefinition } from './definition.ts';

export const miettinenNurminen: DifferenceIntervalDefinition = {
  label: 'Miettinen–Nurminen score',
  summary: 'Differences that the score test would not reject, its variance times N/(N − 1).',
  reference: 'Miettinen & Nurminen 1985, Stat Med 4:213',
  interval: (first, second, level) => {
    const patients = first.size + second.size;
    return scoreLimits(first, second, intervalScore(level), patients / (patients - 1));
  },
};
