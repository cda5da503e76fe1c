import type { Cohort } from '../cohort/cohort.ts';
import {
  hasQuadrature,
  levelFits,
  needsRefinement,
  type Population,
  quadraturePopulation,
  referencePopulation,
} from '../cohort/population.ts';

/** The quadrature is refined until nothing moves by more than this. */
const CONVERGED = 1e-7;
const COARSEST_LEVEL = 1;
/** The error falls so fast that half a level tells as well as a whole one, at a third of the nodes in three dimensions. */
const LEVEL_STEP = 0.5;

/** Numbers computed on a population, and whether they are exact. */
export interface PopulationValues {
  readonly values: readonly number[];
  readonly exact: boolean;
}

/**
 * Computes numbers on finer and finer quadratures of the population, each until it moves by less than 1e-7; beyond three
 * continuous characteristics, on the reference sample, and then not exact.
 */
export function convergeOnPopulation(
  cohort: Cohort,
  reads: readonly string[],
  compute: (population: Population) => readonly number[],
): PopulationValues {
  if (!hasQuadrature(cohort, reads) || !levelFits(cohort, reads, COARSEST_LEVEL))
    return { values: compute(referencePopulation(cohort, reads)), exact: false };
  const values = [...compute(quadraturePopulation(cohort, reads, COARSEST_LEVEL))];
  if (!needsRefinement(cohort, reads)) return { values, exact: true };
  // Each number stops at its own level, so that one arm's rate never hangs on another's schedule
  const isMoving = values.map(() => true);
  for (let level = COARSEST_LEVEL + LEVEL_STEP; levelFits(cohort, reads, level); level += LEVEL_STEP) {
    compute(quadraturePopulation(cohort, reads, level)).forEach((value, i) => {
      if (!isMoving[i]) return;
      isMoving[i] = !(Math.abs(value - values[i]) < CONVERGED);
      values[i] = value;
    });
    if (!isMoving.includes(true)) return { values, exact: true };
  }
  return { values, exact: false };
}

/** Σ weight·value, in index order. */
export function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * values[i];
  return sum;
}
