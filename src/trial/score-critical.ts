import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { TestLevel } from './tests/definition.ts';

/** The normal score that a statistic must reach: z of 1 − α, or of 1 − α/2 where both sides share the level. */
export function scoreCritical({ alpha, sides }: TestLevel): number {
  return -normalQuantile(alpha / sides);
}

/** An estimate over its standard error; with no error, decided by the sign of the estimate. */
export function standardised(estimate: number, variance: number): number {
  if (variance > 0) return estimate / Math.sqrt(variance);
  return estimate === 0 ? 0 : Math.sign(estimate) * Infinity;
}
