import type { ChartDefinition } from '../charts/definition.ts';
import type { NamedResult } from '../named-result.ts';

/** A chart of several results side by side. */
export type ComparisonChart = ChartDefinition<readonly NamedResult[]>;
