import { scoreCritical, standardised } from '../score-critical.ts';
import type { TwoArmTest } from './definition.ts';

export const wald: TwoArmTest = {
  arms: 2,
  label: 'Wald test',
  summary: 'Difference of proportions with the unpooled standard error.',
  reference: 'Wald 1943; see Farrington & Manning 1990, Stat Med 9:1447, for its type I error',
  takesMargin: true,
  isMonotone: false,
  create: (margin, level) => {
    const critical = scoreCritical(level);
    return ({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }) => {
      const pc = controlSuccesses / controlSize;
      const pe = experimentalSuccesses / experimentalSize;
      // z = (p̂e − p̂c + δ)/√(p̂e q̂e/nₑ + p̂c q̂c/n_c)
      const variance = (pe * (1 - pe)) / experimentalSize + (pc * (1 - pc)) / controlSize;
      return standardised(pe - pc + margin, variance) >= critical;
    };
  },
};
