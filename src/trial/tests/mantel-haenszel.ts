import { commonRiskDifference } from '../common-risk-difference.ts';
import { scoreCritical, standardised } from '../score-critical.ts';
import type { TestLevel, TwoArmCounts, TwoArmTest } from './definition.ts';

function createByStratum(margin: number, level: TestLevel): (strata: readonly TwoArmCounts[]) => boolean {
  const critical = scoreCritical(level);
  return (strata) => {
    const common = commonRiskDifference(strata);
    // z = (δ̂ + margin)/√Var δ̂
    return common !== undefined && standardised(common.estimate + margin, common.variance) >= critical;
  };
}

export const mantelHaenszel: TwoArmTest = {
  arms: 2,
  label: 'Mantel–Haenszel test',
  summary: 'Risk difference common to the strata of the randomisation, with Sato’s standard error.',
  reference: 'Sato 1989, Biometrics 45:1323; Klingenberg 2014, Stat Med 33:2968. doi:10.1002/sim.6122',
  equations: [
    'δ̂ = (∑_k w_k·(p̂_(Ek) − p̂_(Ck)))/(∑_k w_k)',
    'w_k = (n_(Ek)·n_(Ck))/N_k',
    'z = (δ̂ + δ)/√(Var(δ̂))',
    '"shown if" z ≥ z_(1 − α)',
  ],
  takesMargin: true,
  isMonotone: false,
  create: (margin, level) => {
    const rejects = createByStratum(margin, level);
    return (counts) => rejects([counts]);
  },
  createByStratum,
};
