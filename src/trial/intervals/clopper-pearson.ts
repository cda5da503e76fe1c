import { clopperPearson as limits } from '../../numeric/clopper-pearson.ts';
import { intervalScore } from '../interval-score.ts';
import type { IntervalDefinition } from './definition.ts';

export const clopperPearson: IntervalDefinition = {
  label: 'Clopper–Pearson (exact)',
  summary: 'Rates that neither one-sided exact binomial test would reject; covers at least its level.',
  reference: 'Clopper & Pearson 1934, Biometrika 26:404',
  interval: (events, size, level) => limits(events, size, intervalScore(level)),
};
