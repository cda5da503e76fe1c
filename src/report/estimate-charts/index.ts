import { alphaBetaDeviance } from './alpha-beta-deviance.ts';
import type { EstimateChart } from './definition.ts';
import { doseCoefficients } from './dose-coefficients.ts';
import { effectByDose } from './effect-by-dose.ts';

/** Every chart of an estimate by the name of its specification, in the order of the report. */
export const estimateCharts: Record<string, EstimateChart> = {
  'effect-by-dose': effectByDose,
  'alpha-beta-deviance': alphaBetaDeviance,
  'dose-coefficients': doseCoefficients,
};
