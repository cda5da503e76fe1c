import { eventFormula } from '../event-formula.ts';
import type { EventPlan } from './definition.ts';

/** Variance of the log hazard ratio for each patient, 1/d_c + 1/d_e, by hazards in units of the control’s planned one. */
function varianceOf(
  { allocation, eventProbability }: EventPlan,
  control: number,
  experimental: number,
): number {
  const all = 1 + allocation;
  return all / eventProbability(control) + all / (allocation * eventProbability(experimental));
}

/** Log hazard ratio of exponential arms: variance under the null at the null, in truth in truth. */
export const lachinFoulkes = eventFormula(
  {
    label: 'Lachin–Foulkes',
    convention:
      'the log hazard ratio, its variance by the events expected in each arm: under the null (with the same mean hazard) and in truth',
    reference: 'Lachin & Foulkes 1986, Biometrics 42:507',
  },
  (plan) => {
    const { hazardRatio, nullHazardRatio, allocation } = plan;
    // The null keeps the mean hazard: λ₀(1 + rθ₀) = λ(1 + rθ)
    const nullControl = (1 + allocation * hazardRatio) / (1 + allocation * nullHazardRatio);
    const perPatient =
      (plan.eventProbability(1) + allocation * plan.eventProbability(hazardRatio)) / (1 + allocation);
    return {
      mean: Math.log(nullHazardRatio / hazardRatio),
      nullVariance: perPatient * varianceOf(plan, nullControl, nullControl * nullHazardRatio),
      variance: perPatient * varianceOf(plan, 1, hazardRatio),
    };
  },
);
