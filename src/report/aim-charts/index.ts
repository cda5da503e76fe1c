import { alphaBetaEstimates } from './alpha-beta-estimates.ts';
import { precisionAgainstFailures } from './precision-against-failures.ts';

/** Every chart of a run with an aim, in the order of the report. */
export const aimCharts = {
  'alpha-beta-estimates': alphaBetaEstimates,
  'precision-against-failures': precisionAgainstFailures,
};
