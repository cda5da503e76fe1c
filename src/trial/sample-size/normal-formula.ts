import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { scoreCritical } from '../score-critical.ts';
import type { SizeFormula, TwoArmPlan } from './definition.ts';

/** How far the planned experimental rate lies above what the trial must rule out. */
function planSlack({ controlRate, experimentalRate, margin }: TwoArmPlan): number {
  return experimentalRate - controlRate + margin;
}

/** Variance of the estimated difference under the plan, times the control patients. */
export function plannedVariance({ controlRate, experimentalRate, allocation }: TwoArmPlan): number {
  return controlRate * (1 - controlRate) + (experimentalRate * (1 - experimentalRate)) / allocation;
}

/**
 * The formula of a test whose statistic is taken for normal.
 *
 * @param nullVariance variance of the estimated difference that the test reckons with, times the control patients
 */
export function normalFormula(
  label: string,
  reference: string,
  nullVariance: (plan: TwoArmPlan) => number,
): SizeFormula {
  return {
    label,
    reference,
    size: (plan, power) => {
      const slack = planSlack(plan);
      if (slack <= 0) throw new RangeError('no sample size: the planned rates do not meet the claim');
      // n = ((z_α √V₀ + z_β √V₁)/(p_e − p_c + δ))²
      const root =
        (scoreCritical(plan.level) * Math.sqrt(nullVariance(plan)) +
          normalQuantile(power) * Math.sqrt(plannedVariance(plan))) /
        slack;
      return root > 0 ? root * root : 0;
    },
    // Φ(((p_e − p_c + δ) √n − z_α √V₀)/√V₁)
    power: (plan, controlSize) =>
      normalCdf(
        (planSlack(plan) * Math.sqrt(controlSize) -
          scoreCritical(plan.level) * Math.sqrt(nullVariance(plan))) /
          Math.sqrt(plannedVariance(plan)),
      ),
  };
}
