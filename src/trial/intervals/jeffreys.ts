import { logitBetaQuantileAtScore } from '../../numeric/beta-law.ts';
import { expit } from '../../numeric/logit.ts';
import { intervalScore } from '../interval-score.ts';
import type { IntervalDefinition } from './definition.ts';

export const jeffreys: IntervalDefinition = {
  label: 'Jeffreys',
  summary: 'Equal tails of the posterior Beta(x + ½, n − x + ½), none clipped to 0 or 1.',
  reference: 'Brown, Cai & DasGupta 2001, Stat Sci 16:101',
  interval: (events, size, level) => {
    const score = intervalScore(level);
    const limit = (z: number): number =>
      expit(logitBetaQuantileAtScore(z, events + 0.5, size - events + 0.5));
    return [limit(-score), limit(score)];
  },
};
