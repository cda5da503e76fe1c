import { differenceScore } from '../difference-score.ts';
import { scoreCritical } from '../score-critical.ts';
import type { TwoArmTest } from './definition.ts';

export const miettinenNurminen: TwoArmTest = {
  arms: 2,
  label: 'Miettinen–Nurminen test',
  summary: 'Farrington–Manning’s score test with the variance times N/(N − 1), N the patients of both arms.',
  reference: 'Miettinen & Nurminen 1985, Stat Med 4:213. doi:10.1002/sim.4780040211',
  equations: [
    'z = (p̂_E − p̂_C + δ)/√(N/(N − 1)·(p̃_E·(1 − p̃_E)/n_E + p̃_C·(1 − p̃_C)/n_C))',
    'p̃_E = p̃_C − δ "by maximum likelihood"',
    '"shown if" z ≥ z_(1 − α)',
  ],
  takesMargin: true,
  isMonotone: true,
  create: (margin, level) => {
    const critical = scoreCritical(level);
    return (counts) => {
      const patients = counts.controlSize + counts.experimentalSize;
      // z·√((N − 1)/N), z Farrington–Manning’s
      return differenceScore(counts, margin) * Math.sqrt((patients - 1) / patients) >= critical;
    };
  },
};
