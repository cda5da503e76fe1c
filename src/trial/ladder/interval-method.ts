import { elimination } from './elimination.ts';
import { intervalBoundaries, intervalRates } from './interval-boundaries.ts';
import { isotonicRecommendation } from './isotonic-recommendation.ts';
import type { LadderMethod } from './ladder-method.ts';
import { requireComplete } from './require-complete.ts';
import type { StepsSpec } from './steps-shape.ts';
import { stepwiseMethod } from './stepwise-method.ts';

/** A Bayesian optimal interval design. */
export interface IntervalSpec extends StepsSpec {
  /** 0.6 of the target unless given. */
  readonly underRate?: number | undefined;
  /** 1.4 of the target unless given. */
  readonly overRate?: number | undefined;
  readonly eliminationCutOff: number;
}

/**
 * The Bayesian optimal interval design on a ladder of so many levels.
 *
 * @see Liu & Yuan 2015, J R Stat Soc C 64:507
 */
export function intervalMethod(spec: IntervalSpec, levels: number): LadderMethod {
  const { target, underRate, overRate, eliminationCutOff } = spec;
  const { escalate, deescalate } = intervalBoundaries(intervalRates(target, underRate, overRate));
  return requireComplete(
    stepwiseMethod({
      ...spec,
      levels,
      startLevel: spec.startLevel - 1,
      eliminate: elimination(target, eliminationCutOff),
      propose: ({ treated, toxic, last }, below) => {
        const { level } = last!;
        // Escalate where y/n ≤ λ_e, de-escalate where y/n ≥ λ_d
        if (toxic[level] <= escalate * treated[level]) return level + 1 < below ? level + 1 : level;
        return toxic[level] >= deescalate * treated[level] ? Math.max(0, level - 1) : level;
      },
      recommend: (state, below) => isotonicRecommendation(state, target, below),
    }),
  );
}
