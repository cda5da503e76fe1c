import type { SizeResult } from '../../study/size/size-result.ts';
import type { ChartDefinition } from '../charts/definition.ts';

/** A chart of how large a trial must be. */
export type SizeChart = ChartDefinition<SizeResult>;
