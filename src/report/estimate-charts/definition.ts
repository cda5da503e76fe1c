import type { EstimateResult } from '../../engine/estimate-result.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of an estimate of α/β. */
export type EstimateChart = ChartDefinition<EstimateResult>;
