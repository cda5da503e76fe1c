import { normalCdf } from '../numeric/normal-cdf.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { EventFormula, EventPlan } from './events/definition.ts';
import { scoreCritical } from './score-critical.ts';

/** What one event is worth to a statistic in favour of the experimental arm. */
export interface EventMoments {
  /** Mean; above 0 where the truth meets the claim. */
  readonly mean: number;
  /** Variance that the test reckons with. */
  readonly nullVariance: number;
  /** Variance in truth. */
  readonly variance: number;
}

/** A formula of a statistic that is taken for normal, with the moments of one event. */
export function eventFormula(
  words: Pick<EventFormula, 'label' | 'convention' | 'reference'>,
  moments: (plan: EventPlan) => EventMoments,
): EventFormula {
  return {
    ...words,
    events: (plan, power) => {
      const { mean, nullVariance, variance } = moments(plan);
      if (!(mean > 0))
        throw new RangeError(
          `no number of events: the planned hazard ratio, ${Number(plan.hazardRatio.toPrecision(6))}, is not below the one to rule out, ${Number(plan.nullHazardRatio.toPrecision(6))}`,
        );
      // D = ((z_α √V₀ + z_β √V₁)/μ)²
      const root =
        (scoreCritical(plan.level) * Math.sqrt(nullVariance) + normalQuantile(power) * Math.sqrt(variance)) /
        mean;
      return root > 0 ? root * root : 0;
    },
    power: (plan, events) => {
      const { mean, nullVariance, variance } = moments(plan);
      // Φ((μ √D − z_α √V₀)/√V₁)
      return normalCdf(
        (mean * Math.sqrt(events) - scoreCritical(plan.level) * Math.sqrt(nullVariance)) /
          Math.sqrt(variance),
      );
    },
  };
}
