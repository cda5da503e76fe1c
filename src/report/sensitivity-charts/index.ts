import type { SensitivityChart } from './definition.ts';
import { powerTornado } from './power-tornado.ts';
import { varianceShares } from './variance-shares.ts';

/** Every chart of a sensitivity study by the name of its specification, in the order of the report. */
export const sensitivityCharts: Record<string, SensitivityChart> = {
  'power-tornado': powerTornado,
  'variance-shares': varianceShares,
};
