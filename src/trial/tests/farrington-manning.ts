import { ratesUnderDifference } from '../difference-likelihood.ts';
import type { TwoArmTest } from './definition.ts';
import { standardised } from './wald.ts';

export const farringtonManning: TwoArmTest = {
  arms: 2,
  label: 'Farrington–Manning test',
  summary: 'Score test of the difference of proportions: standard error from the rates fitted at the margin.',
  reference: 'Farrington & Manning 1990, Stat Med 9:1447. doi:10.1002/sim.4780091208',
  statistic: ({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }, margin) => {
    const estimate = experimentalSuccesses / experimentalSize - controlSuccesses / controlSize + margin;
    const [pe, pc] = ratesUnderDifference(
      experimentalSuccesses,
      experimentalSize,
      controlSuccesses,
      controlSize,
      -margin,
    );
    // z = (p̂e − p̂c + δ)/√(p̃e q̃e/nₑ + p̃c q̃c/n_c), p̃e − p̃c = −δ
    return standardised(estimate, (pe * (1 - pe)) / experimentalSize + (pc * (1 - pc)) / controlSize);
  },
};
