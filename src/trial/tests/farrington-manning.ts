import { differenceScore } from '../difference-score.ts';
import { scoreCritical } from '../score-critical.ts';
import type { TwoArmTest } from './definition.ts';

export const farringtonManning: TwoArmTest = {
  arms: 2,
  label: 'Farrington–Manning test',
  summary: 'Score test of the difference of proportions: standard error from the rates fitted at the margin.',
  summaryWithoutMargin:
    'Score test of the difference of proportions: standard error from the rate of both arms together.',
  reference: 'Farrington & Manning 1990, Stat Med 9:1447. doi:10.1002/sim.4780091208',
  equations: [
    'z = (p̂_E − p̂_C + δ)/√(p̃_E·(1 − p̃_E)/n_E + p̃_C·(1 − p̃_C)/n_C)',
    'p̃_E = p̃_C − δ "by maximum likelihood"',
    '"shown if" z ≥ z_(1 − α)',
  ],
  takesMargin: true,
  isMonotone: true,
  create: (margin, level) => {
    const critical = scoreCritical(level);
    return (counts) => differenceScore(counts, margin) >= critical;
  },
};
