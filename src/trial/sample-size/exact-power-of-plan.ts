import { likelyCounts, rejectionProbability, rejectionRegion } from '../rejection-region.ts';
import type { TwoArmCounts, TwoArmTest } from '../tests/definition.ts';
import type { TwoArmPlan } from './definition.ts';

/** Patients of both arms when the control has so many: the experimental arm rounded to the nearest. */
export function armsOf(controlSize: number, allocation: number): [control: number, experimental: number] {
  return [controlSize, Math.max(1, Math.round(controlSize * allocation))];
}

/**
 * Exact power of a prepared test at the planned rates, for any number of control patients: every pair of counts, but
 * those of negligible probability.
 */
export function exactPowerOfPlan(
  { isMonotone }: TwoArmTest,
  rejects: (counts: TwoArmCounts) => boolean,
  { controlRate, experimentalRate, allocation }: TwoArmPlan,
): (controlSize: number) => number {
  return (controlSize) => {
    const [nc, ne] = armsOf(controlSize, allocation);
    const window = likelyCounts(nc, ne, controlRate, experimentalRate);
    const region = rejectionRegion(rejects, isMonotone, nc, ne, window);
    return rejectionProbability(region, controlRate, experimentalRate);
  };
}
