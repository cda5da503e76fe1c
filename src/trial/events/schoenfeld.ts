import { eventFormula } from '../event-formula.ts';

/** Log hazard ratio with the variance of a trial whose events fall as its patients were allocated. */
export const schoenfeld = eventFormula(
  {
    label: 'Schoenfeld',
    convention:
      'the log hazard ratio, its variance one and the same under the null and in truth: events split as the patients are allocated',
    reference: 'Schoenfeld 1981, Biometrika 68:316',
  },
  ({ hazardRatio, nullHazardRatio, allocation }) => {
    // Var(ln HR) = (1 + r)²/r for each event
    const variance = ((1 + allocation) * (1 + allocation)) / allocation;
    return { mean: Math.log(nullHazardRatio / hazardRatio), nullVariance: variance, variance };
  },
);
