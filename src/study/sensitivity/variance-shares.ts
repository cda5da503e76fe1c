import { percentileInterval } from '../../numeric/percentile-interval.ts';
import {
  type PickFreezeOutputs,
  type VarianceIndices,
  varianceIndices,
} from '../../numeric/variance-indices.ts';
import { bootstrapCounts } from '../../random/bootstrap-counts.ts';
import type { SeedKey } from '../../random/seed-key.ts';

/** A number with an interval at the level of the study. */
export interface WithInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** How much of an output’s variance its inputs bring, with bootstrap intervals. */
export interface VarianceShares {
  readonly mean: number;
  readonly standardDeviation: number;
  /** By input. */
  readonly firstOrder: readonly WithInterval[];
  readonly total: readonly WithInterval[];
  /** What no input brings by itself: 1 − Σ of the first-order shares. */
  readonly interactions: WithInterval;
}

export const RESAMPLES = 1000;
/** An output that varies by less does not vary. */
const LEAST_SD = 1e-6;

/**
 * Variance-based indices with percentile intervals over resampled rows. Rows of Sobol points cover the inputs more evenly
 * than rows drawn by chance, which resampling does not know: the intervals are rather too wide.
 *
 * @returns undefined where the output does not vary beyond its noise
 * @see Archer, Saltelli & Sobol 1997, Journal of Statistical Computation and Simulation 58:99
 */
export function varianceShares(
  key: SeedKey,
  outputs: PickFreezeOutputs,
  level: number,
): VarianceShares | undefined {
  const prepared = varianceIndices(outputs);
  if (!prepared || prepared.indices.variance < LEAST_SD * LEAST_SD) return undefined;
  const found = prepared.indices;
  const rows = outputs.a.length;
  const resampled = Array.from({ length: RESAMPLES }, (_, index) =>
    prepared.of(bootstrapCounts(key, 'sensitivity/bootstrap', index, rows)),
  ).filter((indices) => indices !== undefined);
  const withInterval = (of: (indices: VarianceIndices) => number): WithInterval => {
    const estimate = of(found);
    const [low, high] =
      resampled.length > 0 ? percentileInterval(resampled.map(of), level) : [estimate, estimate];
    return { estimate, low, high };
  };
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return {
    mean: found.mean,
    standardDeviation: Math.sqrt(found.variance),
    firstOrder: found.firstOrder.map((_, i) => withInterval(({ firstOrder }) => firstOrder[i])),
    total: found.total.map((_, i) => withInterval(({ total }) => total[i])),
    interactions: withInterval(({ firstOrder }) => 1 - sum(firstOrder)),
  };
}
