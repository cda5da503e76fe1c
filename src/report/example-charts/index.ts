import type { ExampleChart } from './definition.ts';
import { exampleCounts } from './example-counts.ts';
import { exampleTrial } from './example-trial.ts';

/** Every chart of a simulated trial by the name of its specification. */
export const exampleCharts: Record<string, ExampleChart> = {
  'example-trial': exampleTrial,
  'example-counts': exampleCounts,
};
