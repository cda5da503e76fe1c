import type { SweepResult } from '../../study/sweep/sweep-result.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of a sweep. */
export type SweepChart = ChartDefinition<SweepResult>;
