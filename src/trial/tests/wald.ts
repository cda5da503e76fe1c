import type { TwoArmTest } from './definition.ts';

/** An estimate over its standard error; with no error, decided by the sign of the estimate. */
export function standardised(estimate: number, variance: number): number {
  if (variance > 0) return estimate / Math.sqrt(variance);
  return estimate === 0 ? 0 : Math.sign(estimate) * Infinity;
}

export const wald: TwoArmTest = {
  arms: 2,
  label: 'Wald test',
  summary: 'Difference of proportions with the unpooled standard error.',
  reference: 'Wald 1943; see Farrington & Manning 1990, Stat Med 9:1447, for its type I error',
  statistic: ({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize }, margin) => {
    const pc = controlSuccesses / controlSize;
    const pe = experimentalSuccesses / experimentalSize;
    // z = (p̂e − p̂c + δ)/√(p̂e q̂e/nₑ + p̂c q̂c/n_c)
    return standardised(pe - pc + margin, (pe * (1 - pe)) / experimentalSize + (pc * (1 - pc)) / controlSize);
  },
};
