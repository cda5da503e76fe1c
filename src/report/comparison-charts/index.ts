import type { ComparisonChart } from './definition.ts';
import { resultsSideBySide } from './results-side-by-side.ts';

/** Every chart of several results by the name of its specification, in the order of the report. */
export const comparisonCharts: Record<string, ComparisonChart> = {
  'results-side-by-side': resultsSideBySide,
};
