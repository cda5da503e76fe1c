import type { SensitivityRecord } from '../../study/sensitivity/sensitivity-result.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of a sensitivity study. */
export type SensitivityChart = ChartDefinition<SensitivityRecord>;
