import type { SizeFormula, TwoArmPlan } from './definition.ts';
import { pooledSize } from './pooled.ts';

/** 2(r + 1)/(r |p_e − p_c|): what the correction adds, in control patients. */
const correction = ({ controlRate, experimentalRate, allocation }: TwoArmPlan): number =>
  (2 * (1 + allocation)) / (allocation * Math.abs(experimentalRate - controlRate));

/** Superiority by the chi-squared test with continuity correction: close to Fisher's exact test. */
export const continuityCorrectedSize: SizeFormula = {
  label: 'continuity-corrected',
  reference:
    'Casagrande, Pike & Smith 1978, Biometrics 34:483; unequal arms: Fleiss, Tytun & Ury 1980, Biometrics 36:343',
  size: (plan, power) => {
    const n = pooledSize.size(plan, power);
    // n′ = n/4 · (1 + √(1 + c/n))² = ((√n + √(n + c))/2)²
    const root = (Math.sqrt(n) + Math.sqrt(n + correction(plan))) / 2;
    return root * root;
  },
  power: (plan, controlSize) => {
    // √n = (4n′ − c)/(4 √n′), the other way round
    const root = (4 * controlSize - correction(plan)) / (4 * Math.sqrt(controlSize));
    return pooledSize.power(plan, root > 0 ? root * root : 0);
  },
};
