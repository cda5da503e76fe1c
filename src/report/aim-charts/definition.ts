import type { AimResult } from '../../engine/aim-result.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of a run with an aim. */
export type AimChart = ChartDefinition<AimResult>;
