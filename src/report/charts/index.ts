import type { ChartDefinition } from './definition.ts';

/** Every chart, in the order of the report. */
export const charts: Record<string, ChartDefinition> = {};
