import { assuranceBySize } from './assurance-by-size.ts';
import type { SizeChart } from './definition.ts';
import { patientsByAnalysis } from './patients-by-analysis.ts';
import { patientsByTruth } from './patients-by-truth.ts';
import { powerBySize } from './power-by-size.ts';

/** Every chart of a size by the name of its specification, in the order of the report. */
export const sizeCharts: Record<string, SizeChart> = {
  'power-by-size': powerBySize,
  'patients-by-truth': patientsByTruth,
  'assurance-by-size': assuranceBySize,
  'patients-by-analysis': patientsByAnalysis,
};
