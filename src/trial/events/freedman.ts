import { eventFormula } from '../event-formula.ts';

/** The log-rank score with patients at risk as allocated: mean in truth, variance under the null. */
export const freedman = eventFormula(
  {
    label: 'Freedman',
    convention:
      'the log-rank score, patients at risk as allocated: its mean in truth, its variance under the null; with a margin in the same way',
    reference: 'Freedman 1982, Stat Med 1:121',
  },
  ({ hazardRatio, nullHazardRatio, allocation }) => {
    // P(event is of the experimental arm) = rθ/(1 + rθ)
    const share = (ratio: number): number => (allocation * ratio) / (1 + allocation * ratio);
    const planned = share(nullHazardRatio);
    const variance = planned * (1 - planned);
    return { mean: planned - share(hazardRatio), nullVariance: variance, variance };
  },
);
