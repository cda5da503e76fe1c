import { normalFormula, plannedVariance } from './normal-formula.ts';

/** Unpooled variance under the null hypothesis as well. */
export const waldSize = normalFormula(
  'Wald, unpooled',
  'Farrington & Manning 1990, Stat Med 9:1447, eq. 2 (variance of the planned rates)',
  plannedVariance,
);
