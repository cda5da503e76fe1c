import { normalQuantile } from './normal-quantile.ts';

/** Two-sided normal quantile of a level: 1.96 of 0.95. */
export const normalReach = (level: number): number => normalQuantile(0.5 + level / 2);
