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
  takesMargin: true,
  isMonotone: true,
  create: (margin, level) => {
    const critical = scoreCritical(level);
    return (counts) => differenceScore(counts, margin) >= critical;
  },
};
