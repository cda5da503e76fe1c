import type { SweepChart } from './definition.ts';
import { sweepAlongPath } from './sweep-along-path.ts';
import { sweepCells } from './sweep-cells.ts';
import { sweepRates } from './sweep-rates.ts';

/** Every chart of a sweep by the name of its specification, in the order of the report. */
export const sweepCharts: Record<string, SweepChart> = {
  'sweep-along-path': sweepAlongPath,
  'sweep-rates': sweepRates,
  'sweep-cells': sweepCells,
};
